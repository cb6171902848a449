import { execFileSync, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import { findHome } from './find-home.ts'
import { keepRunning } from './keep-running.ts'

/** `wasRunning`: another process started it, and may still need it. */
export type Database = {
  url: string
  wasRunning: boolean
  stop: () => Promise<void>
  /** Starts it again whenever it ends by itself; `giveUp` hears in one line why that failed. */
  watch: (hearers: { say: (line: string) => void; giveUp: (why: string) => void }) => void
}

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

const pidIn = (data: string): number | null => {
  const file = path.join(data, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

/** Another account's process may not be signalled, but it is there. */
const isAlive = (pid: number | null): boolean => {
  if (!pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

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

type Launch = ReturnType<typeof findHome> & { home: string; log: string; port: number }

/** Resolves once the server answers on its port. @throws {Error} with its own last words */
const launchServer = async ({ bin, data, owner, home, log, port }: Launch): Promise<void> => {
  rmSync(path.join(data, 'postmaster.pid'), { force: true })
  const output = openSync(log, 'a')
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200']
  const server = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: home, stdio: ['ignore', output, output], detached: true },
  )
  closeSync(output)
  server.unref()
  for (let tries = 0; !(await connects(addressAt(port, 'postgres'))); tries++) {
    if (tries > 300 || server.exitCode !== null) {
      const lastWords = readFileSync(log, 'utf8').trim().split('\n').at(-1)
      throw new StartError(`PostgreSQL does not start: ${lastWords} (${log})`)
    }
    await pause(50)
  }
}

/**
 * Starts the PostgreSQL that comes with the product, on loopback and a free port, its data kept
 * under `dataDir`; takes over one that an earlier process left running. `stop` shuts it down, for
 * good.
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
  let endWatch: () => void = () => undefined
  const stop = async () => {
    endWatch()
    control(['stop', '-D', data, '-m', 'fast', '-w', '-t', '20'])
  }

  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    const flags = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale']
    execFileSync(path.join(bin, 'initdb'), flags, { ...owner, cwd: home, stdio: 'ignore' })
  }
  const running = await survivor(data)
  const port = running ?? (await freePort())
  const launch = () => launchServer({ bin, data, owner, home, log, port })
  if (!running) await launch()
  const watch: Database['watch'] = (hearers) => {
    const start = async () => {
      if (!(await survivor(data))) await launch()
    }
    endWatch = keepRunning({ ...hearers, start, isRunning: () => isAlive(pidIn(data)) })
  }
  return { url: await createDatabase(port), wasRunning: running !== null, stop, watch }
}
