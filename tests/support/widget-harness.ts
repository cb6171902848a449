import type { Service } from '../../site/src/lib/shapes.ts'
import type { Answer, Api } from '../../site/src/widget/api.ts'
import { createWidgetStore } from '../../site/src/widget/widget-store.ts'
import { lost, type Refusal } from '../../site/src/widget/refusal.ts'
import type { Attributes } from '../../site/src/widget/state.ts'
import { company } from './site-demo-data.ts'

export const tapRepair: Service = {
  id: 's1',
  slug: 'tap-repair',
  name: 'Tap repair',
  description: null,
  category: null,
  durationMinutes: 60,
  price: { amount: 16_500, currency: 'AUD' },
  priceModel: 'job',
  mode: 'instant',
  requiresApproval: false,
  locationTypes: ['mobile'],
  locations: [],
  questions: [{ key: 'count', label: 'How many?', type: 'number', required: true, options: [] }],
}
const depot = {
  ...{ id: 'depot', name: 'Depot', timezone: 'Australia/Sydney' },
  address: { line1: '1 Depot Road', suburb: null, postcode: null, region: null, country: null },
}
export const mending: Service = {
  ...tapRepair,
  ...{ id: 's2', slug: 'mending', name: 'Mending', locationTypes: ['fixed'], locations: [depot] },
  questions: [],
}
export const treeWork: Service = { ...tapRepair, id: 's3', slug: 'tree-work', mode: 'request' }

const soon = Date.now() + 3 * 86_400_000
const hourMs = 3_600_000
const firstStart = Math.ceil(soon / hourMs) * hourMs
/** Starts of the three free times, in three days. */
export const starts = [0, 1, 2].map((hour) => new Date(firstStart + hour * hourMs).toISOString())
export const slots = starts.map((start) => ({
  start,
  end: new Date(Date.parse(start) + hourMs).toISOString(),
  available: 2,
}))

export const refused = (status: number, more: Partial<Refusal> = {}): Answer<never> => ({
  ok: false,
  refusal: { ...lost, status, code: 'invalid-input', message: 'No.', ...more },
})
export const lostAnswer: Answer<never> = { ok: false, refusal: lost }

type Sent = { verb: string; body?: unknown; key?: string }

/** The widget without a page: `answers` are given in turn, the last one again and again. */
export const widgetHarness = (
  attributes: Partial<Attributes> = {},
  answers: {
    book?: Answer<unknown>[]
    hold?: Answer<unknown>[]
    services?: Answer<unknown>[]
  } = {},
) => {
  const sent: Sent[] = []
  const said: string[] = []
  const events: { number: string; start: string }[] = []
  const inTurn = (list: Answer<unknown>[] | undefined, otherwise: () => unknown) => {
    const left = [...(list ?? [])]
    return async () => {
      const next = left.length > 1 ? left.shift() : left[0]
      return (next ?? { ok: true, data: otherwise() }) as never
    }
  }
  const held = () => ({
    ...{
      id: `hold-${sent.length}`,
      start: starts[0],
      end: starts[1],
      timezone: 'Australia/Sydney',
    },
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
  })
  const booked = () => ({
    ...{ id: 'b1', number: 'B-1', status: 'pending', start: starts[0], end: starts[1] },
    ...{ timezone: 'Australia/Sydney', total: { amount: 16_500, currency: 'AUD' } },
  })
  const services = inTurn(answers.services, () => ({ services: [tapRepair, mending, treeWork] }))
  const hold = inTurn(answers.hold, held)
  const book = inTurn(answers.book, booked)
  const api: Api = {
    company: async () => ({ ok: true, data: company }),
    services,
    slots: async (query) => {
      sent.push({ verb: 'slots', body: query })
      const isKnown = query['postcode'] !== '6725'
      const mode = isKnown ? ('instant' as const) : ('request' as const)
      const reason = isKnown ? null : ('unknown-postcode' as const)
      const place = { area: null, location: null }
      const zone = { timezone: 'Australia/Sydney', zoneName: 'Sydney (AEDT)' }
      return { ok: true, data: { mode, reason, ...zone, place, slots: isKnown ? slots : [] } }
    },
    hold: async (body) => {
      sent.push({ verb: 'hold', body })
      return hold()
    },
    release: async (id) => {
      sent.push({ verb: 'release', body: id })
      return { ok: true, data: null }
    },
    book: async (body, key) => {
      sent.push({ verb: 'book', body, key })
      return book()
    },
  }
  const view = {
    show: () => undefined,
    showKeeping: () => undefined,
    say: (text: string) => void said.push(text),
    booked: (detail: { number: string; start: string }) => void events.push(detail),
  }
  const full = { service: null, location: null, mode: null, ...attributes }
  const harness = createWidgetStore(api, { attributes: full, view })
  const type = (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) harness.keep(name, value)
  }
  /** As far as the last step, with everything typed. */
  const fillIn = async () => {
    await harness.load()
    type({ 'address.postcode': '2042' })
    await harness.goOn()
    type({ start: starts[0] ?? '' })
    await harness.goOn()
    type({ 'answers.count': '2' })
    await harness.goOn()
    type({ 'address.line1': '3 Church Street', 'address.suburb': 'Newtown' })
    type({ 'customer.name': 'Kay Board', 'customer.email': 'kay@guest.example' })
  }
  const sentBy = (verb: string) => sent.filter((one) => one.verb === verb)
  return { harness, state: harness.state, sent, sentBy, said, events, type, fillIn }
}
