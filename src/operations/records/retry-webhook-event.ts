import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { reviveWebhookEvent } from '../../database/records/webhook-events.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { queueWebhookEvents } from '../../steps/records/queue-webhook-events.ts'
import { recordAct } from '../../steps/records/record-act.ts'

const assertVisible = async (req: PayloadRequest, id: string): Promise<void> => {
  const where = { id: { equals: id } }
  const { totalDocs } = await req.payload.count({
    collection: 'webhook-events',
    ...{ where, req, overrideAccess: false },
  })
  if (totalDocs === 0) throw new DomainError('not-found', 'There is no such webhook event.')
}

/**
 * Has an event that failed handled again.
 * @throws {DomainError} not-found, transition-refused for one that waits, is under way or was handled
 */
export const retryWebhookEvent = (req: PayloadRequest, { id }: { id: string }): Promise<void> =>
  inTransaction(req, async () => {
    await assertVisible(req, id)
    if (!(await reviveWebhookEvent(req, id))) {
      const message = 'Only an event whose handling failed can be handled again.'
      throw new DomainError('transition-refused', message)
    }
    await recordAct(req, {
      command: 'retry-webhook-event',
      subjectType: 'webhook-events',
      subjectId: id,
    })
    await queueWebhookEvents(req, [id])
  })
