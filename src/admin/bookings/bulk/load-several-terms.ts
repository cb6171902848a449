import type { PayloadRequest } from 'payload'
import type { Actor } from '../../../access/actor.ts'
import { cancelTerms } from '../../../domain/bookings/cancellation.ts'
import { rulesOf } from '../../../steps/bookings/booking-case.ts'
import { amountText } from '../../ui/amount.ts'
import type { SeveralTerms } from './cancel-several.tsx'

/** What cancelling several bookings asks: the settings' fees and the reader's rights. */
export const loadSeveralTerms = async ({
  req,
  actor,
  currency,
}: {
  req: PayloadRequest
  actor: Actor
  currency: string
}): Promise<SeveralTerms> => {
  const rules = await rulesOf(req)
  const terms = cancelTerms(actor, {
    ...{ rules, now: Date.now() },
    booking: { status: 'confirmed', total: 0 },
  })
  const percents = new Map(
    rules.cancellationFees?.flatMap(({ id, kind, percent }) =>
      id && kind === 'percent' ? [[id, `${percent ?? 0}% of each`] as const] : [],
    ),
  )
  return {
    ...{ mayWaive: terms.mayWaive, isReasonRequired: terms.reasonRequired },
    fees: terms.fees.map(({ id, name, amount }) => ({
      ...{ id, name },
      price: percents.get(id) ?? amountText(amount, currency),
    })),
  }
}
