import type { MoveName } from './moves.ts'

/** What the booking page and its parts are given: plain data, ready to show. */

export type Named = { id: string; name: string }

export type VisitView = {
  id: string
  lineId: string | undefined
  service: string
  serviceId: string
  start: string
  end: string
  timezone: string
  fieldworker: Named | undefined
  acceptance: string
  status: string
  /** The reader's role does not see who has it. */
  isPersonHidden: boolean
  progress: string
  method: string
  version: number
  /** Answers staff may give on behalf now, by the acceptance table. */
  answers: AnswerVerb[]
  canAssign: boolean
  /** It has not begun, and others remain in the booking. */
  canCancel: boolean
  /** Times that whoever declined proposed instead, while nobody else has the visit. */
  proposals: { offer: string; person: string; start: string; end: string }[]
  /** The command that moves it, where the reader may. */
  move: 'reschedule' | 'retime' | undefined
  /** The people who said no and why, as far as the reader may know; most recent first. */
  declines: { person: string; reason: string }[]
  /** Whom it is offered to and by when they have to answer, as an ISO instant. */
  offers: { person: string; respondBy: string | undefined; isLate: boolean }[]
}

export type AnswerVerb = 'accept' | 'decline' | 'pend'

export type LineView = {
  id: string
  service: Named
  description: string
  quantity: number
  unitAmount: number
  version: number
  totalAmount: number
  /** What the service asked and the customer answered. */
  answers: { label: string; value: string }[]
}

export type GateView = { name: 'approval' | 'customer' | 'deposit'; state: string; reason: string }

export type SeriesView = {
  id: string
  summary: string
  isActive: boolean
  /** Its bookings as far as the reader may see them, in order of time. */
  bookings: LineageView[]
}

/** One booking of the chain a job moved through. */
export type LineageView = {
  id: string
  number: string
  status: string
  startsAt: string | undefined
}

export type BookingView = {
  /** The buttons of its action bar, in order: what is open to the reader. */
  moves: MoveName[]
  /** Those of them that need a reason, because they overrule somebody. */
  needsReason: string[]
  id: string
  number: string
  version: number
  status: string
  source: string
  startsAt: string | undefined
  endsAt: string | undefined
  timezone: string
  deletedAt: string | undefined
  createdAt: string
  createdBy: string
  customer: { id: string | undefined; name: string; phone: string; email: string }
  contact: { id: string | undefined; name: string }
  owner: Named | undefined
  labels: { id: string; name: string; colour: string }[]
  gates: GateView[]
  place: {
    id: string | undefined
    kind: 'address' | 'location' | 'none'
    lines: string[]
    access: string
  }
  postcode: string | undefined
  locationId: string | undefined
  notes: { internal: string; customer: string }
  paused: { email: boolean; sms: boolean }
  cancellation:
    | {
        reason: string
        comment: string
        by: string
        at: string
        fee: number
        feeName: string
        waived: boolean
      }
    | undefined
  totals: { subtotal: number; tax: number; total: number; currency: string }
  lines: LineView[]
  visits: VisitView[]
  /** Oldest first; empty where it never moved. */
  lineage: LineageView[]
  series: SeriesView | undefined
}
