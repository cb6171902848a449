import type { CollectionBeforeChangeHook } from 'payload'
import { endLinksOf } from '../../database/people/end-links.ts'
import { addressNobodyReads } from '../../domain/people/no-email.ts'
import { enqueueDelivery } from '../../steps/messages/enqueue-deliveries.ts'

type Account = {
  email?: string | null
  password?: string
  active?: boolean | null
  deletedAt?: string | null
}

const isOff = ({ active, deletedAt }: Account) => active === false || Boolean(deletedAt)

/** Record: a new password, a new e-mail address and switching off end every link into the account. */
export const endAccountLinks: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update') return data
  const [before, after] = [originalDoc as Account & { id: string }, data as Account]
  const isSwitchedOff = isOff(after) && !isOff(before)
  if (after.password || after.email !== before.email || isSwitchedOff) {
    await endLinksOf(req, { collection: collection.slug, id: before.id })
  }
  return data
}

/** Announce: whoever read the old address of an account learns there that it has changed. */
export const announceNewEmail: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before = originalDoc as (Account & { id: string; updatedAt: string }) | undefined
  if (operation !== 'update' || !before?.email) return data
  const hasMoved = (data as Account).email !== before.email
  if (!hasMoved || addressNobodyReads(before.email)) return data
  await enqueueDelivery(req, {
    key: `email-changed:${collection.slug}:${before.id}:${before.updatedAt}`,
    channel: 'email',
    event: 'email-changed',
    subjectType: collection.slug as 'customers' | 'users',
    subjectId: before.id,
    recipientKind: 'account',
    recipient: before.email,
  })
  return data
}
