import { accountMails, type DeliveryRow } from './events.ts'

/** Messages an hour that strangers may cause to one mailbox or telephone. */
export const mailboxCap = 8
/** How many of them about bookings, so that they leave room for the links of its owner. */
const ofBookings = 6

/** Why a message beyond it stays here, as the office reads it. */
export const overMailboxCap =
  'Not sent: strangers have caused too many messages to this address within an hour.'

const isAccountMail = (event: DeliveryRow['event']) => accountMails.some((mail) => mail === event)

/** How many messages of strangers a mailbox may have had this hour for one more of this kind. */
export const capOf = (event: DeliveryRow['event']): number =>
  isAccountMail(event) ? mailboxCap : ofBookings

type Caller = { kind: string; id?: string | undefined }

const readers: ReadonlySet<string> = new Set(['account', 'customer'])

/**
 * Whether a message leaves on the word of somebody who may not be its reader: a stranger, or an
 * account that asks for a link into another one. The office answers for what it sends.
 */
export const isUnproven = (
  { kind, id }: Caller,
  { event, recipient, recipientKind }: Pick<DeliveryRow, 'event' | 'recipient' | 'recipientKind'>,
): boolean => {
  if (kind === 'anonymous') return readers.has(recipientKind)
  return isAccountMail(event) && (kind === 'customer' || kind === 'fieldworker') && recipient !== id
}

/** The mailbox behind an address: letters of either case, and without the tag after a plus. */
export const mailboxOf = (address: string): string => {
  const [local = '', domain] = address.trim().toLowerCase().split('@')
  return domain ? `${local.split('+')[0] || local}@${domain}` : local
}
