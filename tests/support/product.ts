import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'

export type Product = {
  url: string
  databaseUrl: string
  /** Password and e-mail of the demo login whose address begins with `name`. */
  login: (name: string) => { email: string; password: string }
  /** The one-time link to the panel that the first start prints. */
  enterLink: () => string
  /** What it has printed so far. */
  output: () => string
  /** Ends the process without a word, as a power cut would. */
  kill: () => Promise<void>
  /** Id of the process that runs. */
  pid: () => number
  /** Asks it to stop, as a service manager does; resolves when the process is gone. */
  quit: () => Promise<void>
  /** Starts the ended process again on the same data. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

/** An empty folder for a product's data. */
export const makeDataDir = (): string => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'fieldbook-product-'))
  // The account that runs PostgreSQL for root must get in.
  chmodSync(dataDir, 0o755)
  return dataDir
}

type Options = {
  /** Where its data is. Default: a new folder, which its first start fills with the demo company. */
  dataDir?: string
  onError?: (text: string) => void
}

/** The whole product as `npm start` runs it, on a port and data of its own, with the demo company. */
export const startProduct = async (
  env: Record<string, string> = {},
  { dataDir = makeDataDir(), onError = () => undefined }: Options = {},
): Promise<Product> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { NODE_ENV: _mode, ...inherited } = process.env
  let child: ChildProcess | undefined
  let output = ''
  const isGone = () => child === undefined || child.exitCode !== null || child.signalCode !== null

  const start = async () => {
    const started = spawn(process.execPath, ['src/server/start.ts'], {
      env: {
        ...inherited,
        PORT: `${port}`,
        DATA_DIR: dataDir,
        ...env,
      } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    started.stdout.on('data', (text) => (output += text))
    started.stderr.on('data', (text) => {
      output += text
      onError(String(text))
    })
    for (let tries = 0; ; tries++) {
      const ready = await fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
      if (ready) return
      if (isGone() || tries > 9000) throw new Error(`The product did not start:\n${output}`)
      await pause(100)
    }
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (isGone()) return
    const gone = new Promise((resolve) => child?.once('exit', resolve))
    child?.kill(signal)
    await gone
  }

  const logins = () => readFileSync(path.join(dataDir, 'logins.txt'), 'utf8')

  await start()
  const data = path.join(dataDir, 'postgres/data/postmaster.pid')
  const databasePort = existsSync(data) ? readFileSync(data, 'utf8').split('\n')[3] : ''
  return {
    url,
    databaseUrl: `postgres://postgres@127.0.0.1:${databasePort}/fieldbook`,
    output: () => output,
    enterLink: () => /https?:\/\/\S+\/enter\/[\w-]+/.exec(logins())?.[0] ?? '',
    login: (name) => {
      const [, email = '', password = ''] =
        new RegExp(`(${name}\\S*)\\s+(\\S+)`).exec(logins()) ?? []
      return { email, password }
    },
    pid: () => child?.pid ?? 0,
    kill: () => end('SIGKILL'),
    quit: () => end('SIGTERM'),
    restart: start,
    stop: async () => {
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
