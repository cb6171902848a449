import type { Refusal } from '../domain-error.ts'
import { isOpenOffer } from './states.ts'

/** How long after a reminder about an offer the next one may go out. */
export const reminderPauseMs = 10 * 60_000

type RemindedOffer = { state: string; remindedAt?: string | null | undefined }

const isRested = ({ remindedAt }: RemindedOffer, now: number): boolean =>
  !remindedAt || Date.parse(remindedAt) + reminderPauseMs <= now

/** The offers that are due a reminder: open, and without one in the last ten minutes. */
export const toRemind = <Offer extends RemindedOffer>(
  offers: readonly Offer[],
  now: number,
): Offer[] => offers.filter((offer) => isOpenOffer(offer) && isRested(offer, now))

const refused = (message: string): Refusal => ({
  code: 'transition-refused',
  message,
  status: 409,
})

/** Why no reminder can go out about these offers; null where one can. */
export const whyNotRemind = (offers: readonly RemindedOffer[], now: number): Refusal | null => {
  if (!offers.some(isOpenOffer))
    return refused('No offer of this booking is waiting for an answer.')
  if (toRemind(offers, now).length > 0) return null
  return refused('The reminder went out less than ten minutes ago. Call, or try again later.')
}
