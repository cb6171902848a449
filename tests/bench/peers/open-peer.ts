import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Sample, sampleOf } from '../cpu.ts'
import type { Bench } from '../open-bench.ts'

const folder = fileURLToPath(new URL('./payload-reserve/', import.meta.url))
const workers = 50
const spansADay = 20

/** payload-reserve in a process and a database of its own. */
export type Peer = {
  service: number
  /** Its resources by the names of our team. */
  resources: number[]
  /** A request over HTTP; throws unless it is answered with 200 or 201. */
  ask: (method: string, path: string, body?: object) => Promise<string>
  /** CPU of its process and of the backends that serve it. */
  sample: (work: () => Promise<unknown>) => Promise<Sample>
  /** Fills its table up to `rows` reservations of the same spans as our team's. */
  reserve: (rows: number) => Promise<void>
}

let opened: Promise<Peer | string> | undefined

/** The peer, installed when first asked for; a sentence saying why it cannot be had. */
export const openPeer = (bench: Bench): Promise<Peer | string> => {
  opened ??= open(bench)
  return opened
}

/** Why it is not there, or nothing. */
const install = (scale: number): string | undefined => {
  if (existsSync(`${folder}node_modules/payload-reserve`)) return undefined
  if (scale < 1) return 'payload-reserve is not installed; a run without --quick installs it'
  try {
    execFileSync('npm', ['ci', '--ignore-scripts'], {
      cwd: folder,
      stdio: 'pipe',
      timeout: 180_000,
    })
    return undefined
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer }
    const said = stderr?.toString().trim().split('\n').at(-1) ?? String(error)
    return `payload-reserve cannot be installed: ${said}`
  }
}

const answerOf = <Answer>(child: ChildProcess): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const failed = (code: number | null) => reject(new Error(`payload-reserve ended with ${code}.`))
    child.once('exit', failed)
    child.once('message', (answer) => {
      child.off('exit', failed)
      resolve(answer as Answer)
    })
  })

const open = async (bench: Bench): Promise<Peer | string> => {
  const missing = install(bench.scale)
  if (missing) return missing
  await bench.sql('create database peer')
  const url = new URL(bench.url)
  url.pathname = '/peer'
  const run = (file: string, mode: string, given: string[] = []) =>
    fork(file, given, {
      cwd: folder,
      env: { ...process.env, DATABASE_URL: url.href, NODE_ENV: mode } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
  const made = run('prepare.mjs', 'development', [`${workers}`])
  const ended = new Promise((resolve) => made.once('exit', resolve))
  const { service, resources } = await answerOf<{ service: number; resources: number[] }>(made)
  await ended

  const server = run('serve.mjs', 'production')
  const { port } = await answerOf<{ port: number }>(server)
  const watcher = new pg.Client({ connectionString: url.href })
  watcher.on('error', () => undefined)
  await watcher.connect()
  const backends = async () => {
    const { rows } = await watcher.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = 'peer' and pid <> pg_backend_pid()`,
    )
    return rows.map(({ pid }) => pid)
  }
  const node = () => {
    const answer = answerOf<{ cpu: number; statements: number }>(server)
    server.send('use')
    return answer
  }
  return {
    service,
    resources,
    sample: (work) => sampleOf({ backends, node }, work),
    ask: async (method, path, body) => {
      const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      if (answer.ok) return text
      throw new Error(`${method} ${path} answered ${answer.status} ${text.slice(0, 300)}`)
    },
    reserve: (rows) => reserve(watcher, { service, rows }),
  }
}

const reserve = async (
  watcher: pg.Client,
  { service, rows }: { service: number; rows: number },
): Promise<void> => {
  const counted = await watcher.query<{ n: number }>('select count(*)::int as n from reservations')
  const perDay = workers * spansADay
  const first = Math.floor((counted.rows[0]?.n ?? 0) / perDay)
  await watcher.query(
    `insert into reservations (service_id, resource_id, start_time, end_time, status, guest_name,
      guest_phone, guest_count)
    select $1, r.id, at, at + (10 + (k * 5) % 20) * interval '1 minute', 'confirmed', 'Guest',
      '0412345678', 1
    from resources r, generate_series($2::int, $3::int - 1) d, generate_series(0, $4::int - 1) k,
      lateral (select date_trunc('day', now()) + (31 - d) * interval '1 day'
        + (k * 70 + (hashtext(r.name || k || d) & 7) * 5) * interval '1 minute' as at) t`,
    [service, first, Math.floor(rows / perDay), spansADay],
  )
  await watcher.query('vacuum analyze reservations')
}
