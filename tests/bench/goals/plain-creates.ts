import { randomUUID } from 'node:crypto'
import { commitTransaction, createLocalReq, initTransaction, type PayloadRequest } from 'payload'
import type { Bench } from '../open-bench.ts'

/** Three documents of a collection without rules of ours, in one transaction: the anchor of creates. */
export const plainCreates = async ({ payload }: Bench): Promise<void> => {
  const req: PayloadRequest = await createLocalReq({}, payload)
  await initTransaction(req)
  for (const at of [1, 2, 3]) {
    await payload.create({
      collection: 'calendar-events',
      data: {
        key: `bench-${randomUUID()}-${at}`,
        title: 'Plain',
        start: new Date().toISOString(),
        end: new Date().toISOString(),
        timezone: 'UTC',
        state: 'confirmed',
      } as never,
      depth: 0,
      req,
      overrideAccess: true,
    })
  }
  await commitTransaction(req)
}
