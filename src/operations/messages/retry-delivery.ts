import type { PayloadRequest } from 'payload'
import { reviveDelivery } from '../../database/messages/deliveries.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { queueDeliveries } from '../../steps/messages/queue-deliveries.ts'

/**
 * Sends an effect that ended without success once more, under its own key.
 * @throws {DomainError} transition-refused for one that waits, is under way or was sent
 */
export const retryDelivery = (req: PayloadRequest, { id }: { id: string }): Promise<void> =>
  inTransaction(req, async () => {
    const revived = await reviveDelivery(req, id)
    if (!revived) {
      const words = 'Only a message that failed, was dropped or is in doubt can be sent again.'
      throw new DomainError('transition-refused', words)
    }
    await queueDeliveries(req, [revived])
  })
