import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import type { VisitDetail } from '../../contracts/scheduling/visit-detail.ts'
import { cancelTerms } from '../../domain/bookings/cancellation.ts'
import { rulesOf } from '../../steps/bookings/booking-case.ts'

type Asked = {
  actor: Actor
  booking: {
    status: string
    startsAt?: string | null | undefined
    totals?: { total?: number | null | undefined } | undefined
  }
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
  const { freeUntil: _, ...terms } = cancelTerms(actor, {
    ...{ rules, now: Date.now() },
    booking: { ...booking, total: booking.totals?.total },
  })
  const names = notified.filter((name): name is string => Boolean(name))
  return { ...terms, currency, notified: [...new Set(names)] }
}
