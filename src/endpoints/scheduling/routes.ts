import type { Endpoint } from 'payload'
import { proposeRoutesSchema } from '../../contracts/routes.ts'
import { endProposal } from '../../database/route-proposals.ts'
import { townTravel } from '../../domain/scheduling/routes/day-travel.ts'
import { applyRoutes } from '../../operations/scheduling/apply-routes.ts'
import { findProposal } from '../../operations/scheduling/find-proposal.ts'
import { proposalView } from '../../operations/scheduling/proposal-view.ts'
import { proposeRoutes } from '../../operations/scheduling/propose-routes.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

const path = '/app/routes/proposals'
const fresh = { headers: { 'Cache-Control': 'no-store' } }

/** A day's routes as proposals: asked for, looked at, dropped or applied as a whole (PX-06). */
export const routesEndpoints: Endpoint[] = [
  {
    path,
    method: 'post',
    handler: async (req) => {
      const body = await bodyOf(req, proposeRoutesSchema)
      return Response.json({ id: await proposeRoutes(req, body) }, { status: 202 })
    },
  },
  {
    path: `${path}/:id`,
    method: 'get',
    handler: async (req) => {
      const proposal = await findProposal(req, idIn(req))
      return Response.json({ proposal: proposalView(proposal, townTravel) }, fresh)
    },
  },
  {
    path: `${path}/:id`,
    method: 'delete',
    handler: async (req) => {
      const { id } = await findProposal(req, idIn(req))
      await endProposal(req, id, 'cancelled')
      return new Response(null, { status: 204 })
    },
  },
  {
    path: `${path}/:id/apply`,
    method: 'post',
    handler: async (req) => {
      const id = idIn(req)
      return Response.json({ id, changed: await applyRoutes(req, id) })
    },
  },
]
