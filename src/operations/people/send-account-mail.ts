import type { PayloadRequest } from 'payload'
import type { accountMails } from '../../domain/messages/events.ts'
import { enqueueDelivery } from '../../steps/messages/enqueue-deliveries.ts'
import type { AccountCollection } from './create-session.ts'

type AccountMail = (typeof accountMails)[number]

const minuteMs = 60_000

/** Queues a mail with a link into an account; asked again within a minute, it is the same mail. */
export const sendAccountMail = (
  req: PayloadRequest,
  { event, collection, id }: { event: AccountMail; collection: AccountCollection; id: string },
): Promise<void> =>
  enqueueDelivery(req, {
    key: `${event}:${collection}:${id}:${Math.floor(Date.now() / minuteMs)}`,
    channel: 'email',
    event,
    subjectType: collection,
    subjectId: id,
    recipientKind: 'account',
    recipient: id,
  })
