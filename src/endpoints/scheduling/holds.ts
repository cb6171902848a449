import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { heldSchema, holdSchema } from '../../contracts/scheduling/holds.ts'
import { dropHold } from '../../database/scheduling/holds.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { withIdempotency } from '../../operations/records/with-idempotency.ts'
import { holdSlot } from '../../operations/scheduling/hold-slot.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

/** `POST /app/holds`: keeps a start while somebody is still typing. */
const take: ScopedEndpoint = {
  path: '/app/holds',
  method: 'post',
  custom: { scopes: 'anyone', body: holdSchema, answer: heldSchema },
  handler: async (req) => {
    const body = await bodyOf(req, holdSchema)
    return withIdempotency(req, { route: 'POST /app/holds', body }, async (keep) => {
      const { held, isNew } = await holdSlot(req, body)
      const status = isNew ? 201 : 200
      await keep(status, held)
      return Response.json(held, { status })
    })
  },
}

/** `DELETE /app/holds/:id`: gives it back, once or again; who knows the id may. */
const drop: ScopedEndpoint = {
  path: '/app/holds/:id',
  method: 'delete',
  custom: { scopes: 'anyone' },
  handler: async (req) => {
    const id = idIn(req)
    await inTransaction(req, () => dropHold(req, id))
    return new Response(null, { status: 204 })
  },
}

export const holdsEndpoints: ScopedEndpoint[] = [take, drop]
