import type { CollectionAfterChangeHook } from 'payload'
import { recordChange } from '../../steps/records/record-change.ts'

/** Record: one history entry for every change; `locked` as in `recordChange`. */
export const recordHistory =
  ({ locked }: { locked: boolean }): CollectionAfterChangeHook =>
  async (change) => {
    await recordChange(change, { locked })
    return change.doc
  }
