import { type Override, overrideIn } from '../../bookings/visits/override-in.ts'
import { type Answer, callApi } from '../../ui/call-api.ts'
import type { BoardVisit } from './board-visit.ts'
import { commandFor, type Spot } from './moves.ts'

/** Seconds for which a move can be taken back before anybody is told of it. */
export const undoSeconds = 10

/** What the history says where a move that is taken back goes over hours or an absence again. */
export const undoReason = 'Undo: the visit was there before'

type How = { isUndo?: boolean; reason?: string }
type Sent = Answer<{ appointment?: { id?: string } }>

const post = (visit: BoardVisit, to: Spot, { isUndo, reason }: How): Promise<Sent> => {
  const { path, body } = commandFor(visit, to)
  return callApi(path, {
    method: 'POST',
    body: reason ? { ...body, override: true, reason } : body,
    headers: { 'x-undo': isUndo ? 'take-back' : `${undoSeconds}` },
  })
}

const refusedOver = (answer: Sent): Override | undefined =>
  answer.ok ? undefined : overrideIn(answer.errors)

/**
 * Sends a move; with a `reason` over hours, absences and calendar entries. What is taken
 * back was so a moment ago: whoever may assign anyway need not give the reason for it again, and
 * nobody else gets round the refusal.
 */
export const sendMove = async (visit: BoardVisit, to: Spot, how: How = {}): Promise<Sent> => {
  const answer = await post(visit, to, how)
  const mayAnyway = how.isUndo && !how.reason && refusedOver(answer)?.allowed
  return mayAnyway ? post(visit, to, { ...how, reason: undoReason }) : answer
}
