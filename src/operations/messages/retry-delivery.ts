import type { PayloadRequest } from 'payload'
import { reviveDelivery } from '../../database/messages/deliveries.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { insertJobs } from '../../database/messages/job-queue.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { deliveriesQueue } from '../../steps/messages/enqueue-deliveries.ts'

/**
 * Sends an effect that ended without success once more, under its own key (NF-02).
 * @throws {DomainError} transition-refused for one that waits, is under way or was sent
 */
export const retryDelivery = (
  req: PayloadRequest,
  { id, booking }: { id: string; booking: string | null },
): Promise<void> =>
  inTransaction(req, async () => {
    if (!(await reviveDelivery(req, id))) {
      const words = 'Only a message that failed, was dropped or is in doubt can be sent again.'
      throw new DomainError('transition-refused', words, { status: 409 })
    }
    await insertJobs(req, deliveriesQueue, [{ data: { id }, singletonKey: booking ?? id }])
  })
