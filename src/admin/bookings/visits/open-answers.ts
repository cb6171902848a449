import {
  type AcceptanceState,
  acceptanceLifecycle,
} from '../../../domain/bookings/acceptance-lifecycle.ts'
import { allowedEvents } from '../../../domain/lifecycle.ts'
import type { AnswerVerb } from '../page/booking-view.ts'

const isAnswer = (event: string): event is AnswerVerb =>
  event === 'accept' || event === 'decline' || event === 'pend'

/** The answers that somebody with these permissions may give on behalf, by the acceptance table. */
export const openAnswers = (args: {
  acceptance: string
  permissions: ReadonlySet<string>
}): AnswerVerb[] => {
  const { acceptance, permissions } = args
  if (!permissions.has('appointment.respond-on-behalf')) return []
  if (!(acceptanceLifecycle.states as readonly string[]).includes(acceptance)) return []
  const events = allowedEvents(acceptanceLifecycle, acceptance as AcceptanceState, permissions)
  return events.filter(isAnswer)
}
