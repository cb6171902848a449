import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { apiOf } from '../../../src/server/mount-api.ts'
import { buildSite } from '../../../src/server/build.ts'
import type { Goal } from '../goal.ts'
import { employ } from './bookable.ts'

type Api = (request: Request) => Promise<Response>
type Page = (
  req: IncomingMessage,
  res: ServerResponse,
  next: (error?: unknown) => void,
  locals: { api: Api },
) => Promise<void>

const weeks = 5
const dayMs = 86_400_000

const day = (ahead: number) => new Date(Date.now() + ahead * dayMs).toISOString().slice(0, 10)

/** Answers what was answered before, without asking. */
const remembering = (api: Api): Api => {
  const known = new Map<string, { body: string; headers: [string, string][] }>()
  return async (request) => {
    const found = known.get(request.url)
    if (found) return new Response(found.body, { headers: found.headers })
    const answer = await api(request)
    const kept = { body: await answer.text(), headers: [...answer.headers] }
    known.set(request.url, kept)
    return new Response(kept.body, { headers: kept.headers })
  }
}

/**
 * The booking page through five weeks of free times, beside itself before the place is known, when
 * it shows none. The application's answers are ready in both, for P3 counts the search.
 */
export const bookingPage: Goal = {
  id: 'P19',
  title: 'The booking page of the site',
  run: async (bench) => {
    await buildSite(() => undefined)
    await employ(bench, 50)
    const entry = pathToFileURL('dist/site/server/entry.mjs').href
    const { handler } = (await import(entry)) as { handler: Page }
    const live = apiOf(bench.payload)
    const still = remembering(live)
    const server = createServer((req, res) => {
      const api = req.headers['x-bench'] === 'still' ? still : live
      void handler(req, res, () => res.writeHead(404).end(), { api })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const read = async (kind: 'live' | 'still', week: number | null) => {
      const asked = new URLSearchParams({ place: 'mobile' })
      if (week !== null) {
        asked.set('address.postcode', '2000')
        asked.set('week', day(1 + 7 * week))
      }
      const url = `http://127.0.0.1:${port}/book/${bench.shop.services.direct.slug}?${asked}`
      const answer = await fetch(url, { headers: { 'x-bench': kind } })
      const text = await answer.text()
      if (answer.status !== 200) throw new Error(`The page answered ${answer.status}.`)
      return text
    }
    const through = (kind: 'live' | 'still', hasTimes: boolean) => async () => {
      for (let week = 0; week < weeks; week += 1) await read(kind, hasTimes ? week : null)
    }
    const slotsOn = (page: string) => page.split('class="slot"').length - 1
    try {
      const slots = slotsOn(await read('live', 0))
      if (slots < 10) throw new Error(`The page shows ${slots} times.`)
      if (slotsOn(await read('still', 0)) !== slots || slotsOn(await read('still', null)) !== 0)
        throw new Error('The pages that are compared show other times than they should.')
      const pairs = bench.scale < 1 ? 7 : 15
      const still = { subject: through('still', true), anchor: through('still', false), pairs }
      // Twice, the first time to warm up.
      await bench.compare({ ...still, pairs: 5 })
      const found = await bench.compare(still)
      const live = await bench.compare({
        subject: through('live', true),
        anchor: through('still', true),
        pairs,
      })
      const each = (sample: { cpu: number }) => (sample.cpu / weeks).toFixed(1)
      return [
        {
          what: `CPU of a page with a week of free times beside the same without, for ${weeks} weeks`,
          value: found.value,
          unit: '×',
          range: found.range,
          limits: { pass: 2, stretch: 1.3 },
          note: `${each(found.subject)} ms beside ${each(found.anchor)} ms a page, ${slots} times of a day on it`,
        },
        {
          what: 'the same with the application asked beside answers that are ready',
          value: live.value,
          unit: '×',
          range: live.range,
          note: `${each(live.subject)} ms a page, of it the search for 50 people`,
        },
      ]
    } finally {
      server.closeAllConnections()
      server.close()
    }
  },
}
