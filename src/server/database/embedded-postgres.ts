import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findHome } from './find-home.ts'

/** `wasRunning`: another process started it, and may still need it. */
export type Database = { url: string; wasRunning: boolean; stop: () => Promise<void> }

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const connects = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  return client.connect().then(
    async () => {
      await client.end()
      return true
    },
    () => false,
  )
}

const addressAt = (port: number, name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`

/** A server that outlived its process still answers on the port in its own file. */
const survivor = async (data: string): Promise<number | null> => {
  const file = path.join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const port = Number(readFileSync(file, 'utf8').split('\n')[3])
  return port && (await connects(addressAt(port, 'postgres'))) ? port : null
}

const createDatabase = async (port: number): Promise<string> => {
  const client = new pg.Client({ connectionString: addressAt(port, 'postgres') })
  await client.connect()
  const { rowCount } = await client.query(`select from pg_database where datname = 'fieldbook'`)
  if (!rowCount) await client.query('create database fieldbook')
  await client.end()
  return addressAt(port, 'fieldbook')
}

/**
 * Starts the PostgreSQL that comes with the product, on loopback and a free port, its data kept
 * under `dataDir`; takes over one that an earlier process left running. `stop` shuts it down.
 * @throws {Error} with the server's own last words when it does not start
 */
export const startEmbeddedPostgres = async ({
  dataDir,
}: {
  dataDir: string
}): Promise<Database> => {
  const { bin, data, owner } = findHome(dataDir)
  const home = path.dirname(data)
  mkdirSync(home, { recursive: true })
  if (owner.uid !== undefined) chownSync(home, owner.uid, owner.gid ?? owner.uid)
  const log = path.join(dataDir, 'postgres.log')
  const control = (args: string[]) =>
    execFileSync(path.join(bin, 'pg_ctl'), args, { ...owner, cwd: home, stdio: 'ignore' })
  const stop = async () => {
    control(['stop', '-D', data, '-m', 'fast', '-w', '-t', '20'])
  }

  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    const flags = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale']
    execFileSync(path.join(bin, 'initdb'), flags, { ...owner, cwd: home, stdio: 'ignore' })
  }
  const running = await survivor(data)
  if (running) return { url: await createDatabase(running), wasRunning: true, stop }

  rmSync(path.join(data, 'postmaster.pid'), { force: true })
  const port = await freePort()
  const output = openSync(log, 'a')
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200']
  const server = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: home, stdio: ['ignore', output, output], detached: true },
  )
  server.unref()
  for (let tries = 0; !(await connects(addressAt(port, 'postgres'))); tries++) {
    if (tries > 300 || server.exitCode !== null) {
      throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8').slice(-800)}`)
    }
    await pause(50)
  }
  return { url: await createDatabase(port), wasRunning: false, stop }
}
