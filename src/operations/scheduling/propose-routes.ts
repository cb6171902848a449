import { createLocalReq, type PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import type { ProposeRoutes } from '../../contracts/scheduling/routes.ts'
import {
  endProposal,
  openProposal,
  reportProposal,
} from '../../database/scheduling/route-proposals.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { assertMayRoute } from './assert-may-route.ts'
import { loadRouteDay } from './load-route-day.ts'
import { searchRoutes } from './search-routes.ts'

/**
 * Begins to search for a better order of a day's visits and answers the proposal's id at once
 *. The search goes on in a thread; any process reads how far it is.
 * @throws {DomainError} not-signed-in, not-allowed, busy 503
 */
export const proposeRoutes = async (req: PayloadRequest, body: ProposeRoutes): Promise<string> => {
  await assertMayRoute(req)
  const day = await loadRouteDay(req, { ...body, now: Date.now() })
  const { name } = await actorOf(req)
  const id = await openProposal(req, { by: name, moveTimes: body.moveTimes, day })
  if (!id) {
    throw new DomainError('busy', 'Other routes are being worked out. Try again in a moment.')
  }
  // The search outlives the request and writes outside its transaction.
  const own = await createLocalReq({}, req.payload)
  const search = searchRoutes(
    req.payload,
    { day, seed: body.seed, seconds: body.seconds },
    { onReport: (report) => reportProposal(own, id, report) },
  )
  search.catch(async (error: unknown) => {
    req.payload.logger.error({ err: error, msg: 'route search' })
    await endProposal(own, id, 'failed')
  })
  return id
}
