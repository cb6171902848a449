import type { PayloadRequest } from 'payload'
import { hasOnlyOwnHooks } from '../../steps/records/own-hooks.ts'

/** Whether the bookings of a series and their visits may change in few statements for this caller. */
export const mayChangeTogether = async (req: PayloadRequest): Promise<boolean> =>
  hasOnlyOwnHooks(req, 'bookings') &&
  hasOnlyOwnHooks(req, 'appointments') &&
  (await req.payload.collections.bookings.config.access.update({ req })) === true
