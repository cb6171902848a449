import type { PayloadRequest } from 'payload'
import type { Actor } from '../../../access/actor.ts'
import { cancelTerms } from '../../../domain/bookings/cancellation.ts'
import type { CancelTerms } from './cancel-terms.ts'
import type { BookingView } from './booking-view.ts'

type Doc = Record<string, unknown>

/** What cancelling would cost, whether the fee may be waived, and who would be told. */
export const loadCancelTerms = async (args: {
  req: PayloadRequest
  actor: Actor
  booking: BookingView
}): Promise<CancelTerms> => {
  const { req, actor, booking } = args
  // The terms are the company's; every member of staff who cancels must see them.
  const open = { depth: 0, overrideAccess: true, req } as const
  const [money, settings, portal] = (await Promise.all([
    req.payload.findGlobal({ slug: 'financial-settings', ...open }),
    req.payload.findGlobal({ slug: 'booking-settings', ...open }),
    req.payload.findGlobal({ slug: 'portal-settings', ...open }),
  ])) as unknown as [Doc, Doc, Doc]
  const people = booking.visits.flatMap(({ fieldworker, status }) =>
    fieldworker && ['pending', 'confirmed'].includes(status) ? [fieldworker.name] : [],
  )
  const customerTold = booking.customer.email !== '' && !booking.paused.email
  const rules = { ...money, ...settings, ...portal }
  const terms = cancelTerms(actor, { booking, rules, now: Date.now() })
  return {
    feeAmount: terms.feeAmount,
    feeDue: terms.feeDue,
    currency: booking.totals.currency,
    mayWaive: terms.mayWaive,
    reasonRequired: terms.reasonRequired,
    told: [...(customerTold ? [booking.customer.name] : []), ...new Set(people)],
  }
}
