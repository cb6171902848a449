import { type ChildProcess, fork } from 'node:child_process'
import pg from 'pg'
import { emailOf, password } from '../../support/people.ts'
import { randomFrom } from '../../support/random-commands.ts'
import { sydney } from '../../support/shop.ts'
import type { Goal } from '../goal.ts'
import type { Bench } from '../open-bench.ts'

const clients = 12
const hour = 3_600_000

type Attempt = { start: string; person: string }
/** One way to take an hour of somebody; true when it was had, false when it was gone. */
type Door = (attempt: Attempt) => Promise<boolean>

const startApplication = async (): Promise<{ url: string; child: ChildProcess }> => {
  const child = fork('tests/bench/serve-application.ts', {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`The application ended with ${code}.`)))
  })
  return { url: `http://127.0.0.1:${port}`, child }
}

const origin = ({ payload }: Bench) => payload.config.serverURL

const post = async (
  bench: Bench,
  { url, path, body, cookie }: { url: string; path: string; body: object; cookie?: string },
): Promise<Response> =>
  fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: origin(bench),
      ...(cookie && { cookie }),
    },
    body: JSON.stringify(body),
  })

const signIn = async (bench: Bench, url: string): Promise<string> => {
  const answer = await post(bench, {
    url,
    path: '/api/app/session',
    body: { email: emailOf('dispatcher'), password },
  })
  const [cookie] = answer.headers.getSetCookie()
  if (!answer.ok || !cookie) throw new Error(`No session: ${answer.status}`)
  return cookie.split(';')[0] as string
}

const isHad = async (answer: Response): Promise<boolean> => {
  const text = await answer.text()
  if (answer.status === 201) return true
  if (answer.status === 409) return false
  throw new Error(`An attempt was answered with ${answer.status}: ${text.slice(0, 200)}`)
}

/** The portal, the office's REST and raw SQL. */
const doorsOf = (
  bench: Bench,
  { url, cookie, pool }: { url: string; cookie: string; pool: pg.Pool },
): Door[] => {
  const { shop } = bench
  const send = async (path: string, body: object, as?: string) =>
    isHad(await post(bench, { url, path, body, ...(as && { cookie: as }) }))
  const address = { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' }
  const { slug: service, id } = shop.services.direct
  return [
    ({ start }) =>
      send('/api/app/bookings', {
        service,
        start,
        address,
        customer: { name: 'Rush', phone: '0412345678' },
      }),
    ({ start, person: fieldworker }) =>
      send(
        '/api/bookings',
        {
          customer: shop.customer,
          location: shop.location,
          plan: [{ service: id, visits: [{ start, fieldworker }] }],
        },
        cookie,
      ),
    async ({ start, person }) => {
      const end = new Date(Date.parse(start) + hour).toISOString()
      try {
        await pool.query(
          `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive)
           values ($1, $2, $3, 'visit', true)`,
          [person, start, end],
        )
        return true
      } catch (error) {
        if ((error as { code?: string }).code === '23P01') return false
        throw error
      }
    },
  ]
}

/** Many attempts at few hours of two people, from two processes, by every door and past them. */
export const contested: Goal = {
  id: 'P6',
  title: 'Contested time, two processes and raw SQL',
  isLong: true,
  run: async (bench) => {
    const attempts = bench.scale >= 4 ? 10_000 : bench.scale < 1 ? 400 : 2000
    const [one, other] = bench.shop.people
    await bench.sql('update fieldworkers set active = id = any($1)', [[one, other]])
    const starts = Array.from({ length: Math.ceil(attempts / 100) }, (_, n) =>
      sydney(20 + Math.floor(n / 10), `${String(8 + (n % 10)).padStart(2, '0')}:00`),
    )
    await bench.sql('delete from occupancies where fieldworker_id = any($1)', [[one, other]])
    const pool = new pg.Pool({ connectionString: bench.url, max: clients })
    pool.on('error', () => undefined)
    const processes = [await startApplication(), await startApplication()]
    try {
      const doors: Door[] = []
      for (const { url } of processes)
        doors.push(...doorsOf(bench, { url, cookie: await signIn(bench, url), pool }))
      const random = randomFrom(20_261_121)
      const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
      let [sent, had] = [0, 0]
      const began = performance.now()
      await Promise.all(
        Array.from({ length: clients }, async () => {
          while (sent < attempts) {
            sent += 1
            const isMine = await any(doors)({ start: any(starts), person: any(bench.shop.people) })
            had += Number(isMine)
          }
        }),
      )
      const seconds = (performance.now() - began) / 1000
      const places = starts.length * bench.shop.people.length
      const [row] = await bench.sql<{ overlaps: number; filled: number }>(
        `with own as (select * from occupancies where exclusive and fieldworker_id = any($1))
        select (select count(*)::int from own a join own b on a.id < b.id
            and a.fieldworker_id = b.fieldworker_id
            and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)) as overlaps,
          (select count(*)::int from own where starts_at = any($2::timestamptz[])) as filled`,
        [bench.shop.people, starts],
      )
      if (row?.overlaps !== 0) throw new Error(`${row?.overlaps} hours were sold twice.`)
      if (row.filled !== places || had !== places)
        throw new Error(`Of ${places} hours ${row.filled} are taken, ${had} were said to be.`)
      return [
        {
          what: `overlaps after ${attempts.toLocaleString('en')} attempts at ${places} hours`,
          value: row.overlaps,
          unit: '',
          limits: { pass: 0, stretch: 0 },
          note: `${had} had, all others 409 or 23P01; ${(attempts / seconds).toFixed(0)} attempts a second`,
        },
        {
          what: 'hours left over though somebody asked for them',
          value: places - row.filled,
          unit: '',
          limits: { pass: 0, stretch: 0 },
        },
      ]
    } finally {
      await pool.end()
      for (const { child } of processes) {
        const gone = new Promise((resolve) => child.once('exit', resolve))
        child.disconnect()
        await gone
      }
      await bench.sql('delete from occupancies where fieldworker_id = any($1)', [[one, other]])
      await bench.sql('update fieldworkers set active = true')
    }
  },
}
