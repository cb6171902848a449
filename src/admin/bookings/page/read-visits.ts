import type { Actor } from '../../../access/actor.ts'
import { may } from '../../../access/actor.ts'
import { related } from '../../ui/related.ts'
import type { VisitView } from './booking-view.ts'
import { openAnswers } from '../visits/open-answers.ts'

type Doc = Record<string, unknown>
type ReadVisits = {
  actor: Actor
  timezone: string
  bookingStatus: string
  visits: Doc[]
  offers: Doc[]
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const idOf = (value: unknown): string => text(related<Doc>(value as Doc)?.id ?? value)

const isActive = (status: string) => status === 'pending' || status === 'confirmed'

const declinedBy = (offers: Doc[], visit: string): string[] => {
  const names = offers
    .filter((offer) => idOf(offer.appointment) === visit && offer.state === 'declined')
    .map((offer) => text(related<Doc>(offer.fieldworker as Doc)?.name))
    .filter(Boolean)
  return [...new Set(names)]
}

const proposalsIn = (offers: Doc[], visit: string): VisitView['proposals'] =>
  offers
    .filter((offer) => idOf(offer.appointment) === visit && offer.state === 'declined')
    .flatMap((offer) => {
      const person = text(related<Doc>(offer.fieldworker as Doc)?.name)
      const times = Array.isArray(offer.alternatives) ? (offer.alternatives as Doc[]) : []
      return times
        .map(({ start, end }) => ({
          ...{ offer: text(offer.id), person },
          ...{ start: text(start), end: text(end) },
        }))
        .filter(({ start }) => Date.parse(start) > Date.now())
    })

/** The visits of a booking as the page shows them, with what the reader may do to each. */
export const readVisits = (args: ReadVisits): VisitView[] => {
  const { actor, timezone, bookingStatus, visits, offers } = args
  const live = isActive(bookingStatus)
  const open = visits.filter((visit) => isActive(text(visit.status))).length
  return visits.map((visit) => {
    const id = text(visit.id)
    const service = related<Doc>(visit.service as Doc)
    const person = related<Doc>(visit.fieldworker as Doc)
    const status = text(visit.status)
    const progress = text(visit.progress) || 'not_started'
    const acceptance = text(visit.acceptance)
    const waits = live && isActive(status) && progress === 'not_started'
    const names = declinedBy(offers, id)
    return {
      id,
      lineId: idOf(visit.line) || undefined,
      serviceId: idOf(visit.service),
      service: text(service?.name) || 'Visit',
      start: text(visit.start),
      end: text(visit.end),
      timezone: text(visit.timezone) || timezone,
      fieldworker: person ? { id: text(person.id), name: text(person.name) } : undefined,
      acceptance,
      status,
      progress,
      method: text(visit.method),
      version: typeof visit.version === 'number' ? visit.version : 0,
      answers: waits ? openAnswers({ acceptance, permissions: actor.permissions }) : [],
      canAssign: waits && may(actor, 'booking.assign'),
      canCancel: waits && open > 1 && may(actor, 'booking.cancel'),
      proposals:
        waits && acceptance === 'declined' && may(actor, 'appointment.respond-on-behalf')
          ? proposalsIn(offers, id)
          : [],
      move:
        waits && may(actor, 'booking.reschedule')
          ? status === 'pending'
            ? 'retime'
            : 'reschedule'
          : undefined,
      declinedBy: names,
    }
  })
}
