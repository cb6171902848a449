import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'

/** The longest time for which a change's messages may wait for second thoughts, in seconds. */
export const longestUndoSeconds = 15

/**
 * What the header `X-Undo` of a member of staff asks: a number holds the messages of this change
 * back for so many seconds; `take-back` says that the change undoes one whose messages are held.
 */
export const undoWindowOf = async (req: PayloadRequest): Promise<'take-back' | number> => {
  const asked = req.headers?.get('x-undo')
  if (!asked || (await actorOf(req)).kind !== 'staff') return 0
  if (asked === 'take-back') return 'take-back'
  const seconds = Number(asked)
  return Number.isInteger(seconds) && seconds > 0 ? Math.min(seconds, longestUndoSeconds) : 0
}
