import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { noBody } from '../../contracts/no-body.ts'
import {
  type ProposalApplied,
  proposalAppliedSchema,
  proposalAnswerSchema,
  type ProposalStarted,
  proposalStartedSchema,
  proposeRoutesSchema,
} from '../../contracts/scheduling/routes.ts'
import { endProposal } from '../../database/scheduling/route-proposals.ts'
import { applyRoutes } from '../../operations/scheduling/apply-routes.ts'
import type { Applied } from '../../operations/scheduling/move-together.ts'
import { findProposal } from '../../operations/scheduling/find-proposal.ts'
import { proposalView } from '../../operations/scheduling/proposal-view.ts'
import { proposeRoutes } from '../../operations/scheduling/propose-routes.ts'
import { undoRoutes } from '../../operations/scheduling/undo-routes.ts'
import { withIdempotency } from '../../access/with-idempotency.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

const path = '/app/routes/proposals'
const fresh = { headers: { 'Cache-Control': 'no-store' } }

/** A day's routes as proposals: asked for, looked at, dropped or applied as a whole. */
export const routesEndpoints: ScopedEndpoint[] = [
  {
    path,
    method: 'post',
    custom: {
      scopes: ['appointments:write'],
      body: proposeRoutesSchema,
      answer: proposalStartedSchema,
    },
    handler: async (req) => {
      const body = await bodyOf(req, proposeRoutesSchema)
      return withIdempotency(req, { route: `POST ${path}`, body }, async (keep) => {
        const started = { id: await proposeRoutes(req, body) } satisfies ProposalStarted
        await keep(202, started)
        return Response.json(started, { status: 202 })
      })
    },
  },
  {
    path: `${path}/:id`,
    method: 'get',
    custom: {
      scopes: ['appointments:read', 'customers:read', 'addresses:read', 'fieldworkers:read'],
      answer: proposalAnswerSchema,
    },
    handler: async (req) => {
      const proposal = await findProposal(req, idIn(req))
      return Response.json({ proposal: proposalView(proposal) }, fresh)
    },
  },
  {
    path: `${path}/:id`,
    method: 'delete',
    custom: { scopes: ['appointments:write'] },
    handler: async (req) => {
      const { id } = await findProposal(req, idIn(req))
      await endProposal(req, id, 'cancelled')
      return new Response(null, { status: 204 })
    },
  },
  {
    path: `${path}/:id/apply`,
    method: 'post',
    custom: { scopes: ['appointments:write'], body: noBody, answer: proposalAppliedSchema },
    handler: async (req) => {
      const id = idIn(req)
      await bodyOf(req, noBody)
      const route = `POST ${path}/${id}/apply`
      return withIdempotency(req, { route, body: {} }, async (keep) => {
        const onApplied = (applied: Applied) => keep(200, { id, ...applied })
        const applied = await applyRoutes(req, id, { onApplied })
        return Response.json({ id, ...applied } satisfies ProposalApplied)
      })
    },
  },
  {
    path: `${path}/:id/undo`,
    method: 'post',
    custom: { scopes: ['appointments:write'], body: noBody, answer: proposalAppliedSchema },
    handler: async (req) => {
      const id = idIn(req)
      await bodyOf(req, noBody)
      const route = `POST ${path}/${id}/undo`
      return withIdempotency(req, { route, body: {} }, async (keep) => {
        const onApplied = (undone: Applied) => keep(200, { id, ...undone })
        const undone = await undoRoutes(req, id, { onApplied })
        return Response.json({ id, ...undone } satisfies ProposalApplied)
      })
    },
  },
]
