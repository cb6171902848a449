import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import type { VisitDetail } from '../../contracts/scheduling/visit-detail.ts'
import { cancelTerms } from '../../domain/bookings/cancellation.ts'
import { rulesOf } from '../../steps/bookings/booking-case.ts'

type Asked = {
  actor: Actor
  booking: { status: string; startsAt?: string | null | undefined }
  currency: string
  /** Who would be notified, in words. */
  notified: (string | null | undefined)[]
}

/** What cancelling may cost, what has to be given, and who would be notified. */
export const staffCancelTerms = async (
  req: PayloadRequest,
  { actor, booking, currency, notified }: Asked,
): Promise<VisitDetail['cancelTerms']> => {
  // The terms are the company's; every member of staff who cancels must see them.
  const rules = await rulesOf(req)
  const { feeAmount, feeDue, mayWaive, reasonRequired } = cancelTerms(actor, {
    ...{ booking, rules, now: Date.now() },
  })
  const names = notified.filter((name): name is string => Boolean(name))
  return { feeAmount, feeDue, currency, mayWaive, reasonRequired, notified: [...new Set(names)] }
}
