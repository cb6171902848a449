import type { Refusal } from '../domain-error.ts'
import { isCustomer } from './office.ts'

/** What the settings say about customers who move their own bookings. */
export type MoveRules = {
  customersMayReschedule?: boolean | null | undefined
  rescheduleNoticeHours?: number | null | undefined
}

const hourMs = 3_600_000

const notOnline: Refusal = {
  code: 'feature-off',
  message: 'Bookings cannot be moved online. Please call us.',
  status: 403,
}

const tooLate = (hours: number): Refusal => ({
  code: 'outside-booking-window',
  message: `Bookings can be moved online until ${hours} hours before they start. Please call us.`,
  status: 422,
  field: 'start',
})

/**
 * Whether an actor may still move what starts at `startsAt`: customers only while the portal lets
 * them and not shortly before it starts. Everybody else is for the lifecycle to judge.
 */
export const moveWindow = (
  actor: { kind: string },
  { startsAt, rules, now }: { startsAt: string | null | undefined; rules: MoveRules; now: number },
): Refusal | true => {
  if (!isCustomer(actor)) return true
  if (rules.customersMayReschedule !== true) return notOnline
  const hours = rules.rescheduleNoticeHours ?? 0
  const isEarly = !startsAt || Date.parse(startsAt) - now >= hours * hourMs
  return isEarly || tooLate(hours)
}
