import type { PayloadRequest } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
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
  const [money, settings] = (await Promise.all([
    req.payload.findGlobal({ slug: 'financial-settings', ...open }),
    req.payload.findGlobal({ slug: 'booking-settings', ...open }),
  ])) as unknown as [Doc, Doc]
  const people = booking.visits.flatMap(({ fieldworker, status }) =>
    fieldworker && ['pending', 'confirmed'].includes(status) ? [fieldworker.name] : [],
  )
  const customerTold = booking.customer.email !== '' && !booking.paused.email
  return {
    feeAmount: Number(money.cancellationFeeAmount ?? 0),
    currency: booking.totals.currency,
    mayWaive: may(actor, 'fee.waive'),
    reasonRequired: settings.staffCancelReasonRequired !== false,
    told: [...(customerTold ? [booking.customer.name] : []), ...new Set(people)],
  }
}
