import type { PayloadRequest } from 'payload'
import type { Claimed } from '../../database/messages/deliveries.ts'
import { readPerson, readSender } from '../../database/messages/message-facts.ts'
import { render } from '../../domain/messages/render.ts'
import { templates } from '../../domain/messages/templates.ts'
import type { Composed } from './composed.ts'
import { senderAddress } from './sender-address.ts'
import { type LinkPurpose, mintLink } from './mint-link.ts'

const hourMs = 3_600_000

const links = {
  'sign-in-link': { purpose: 'sign-in', lastsMs: hourMs / 2 },
  'password-reset': { purpose: 'reset', lastsMs: hourMs },
  invitation: { purpose: 'invite', lastsMs: 72 * hourMs },
} as const satisfies Record<string, { purpose: LinkPurpose; lastsMs: number }>

const isAccountEvent = (event: string): event is keyof typeof links => event in links

/** A mail with a link into somebody's own account; the link is made for this very mail. */
export async function composeAccountMail(
  req: PayloadRequest,
  { event, subjectType, subjectId }: Claimed,
  now: number,
): Promise<Composed> {
  const isAccount = subjectType === 'users' || subjectType === 'customers'
  if (!isAccountEvent(event) || !isAccount) return { kind: 'drop', reason: 'It names no account.' }
  const person = await readPerson(req, subjectType, subjectId)
  if (!person?.isActive || !person.email) {
    return { kind: 'drop', reason: 'There is nobody to send it to.' }
  }
  const sender = await readSender(req)
  const { purpose, lastsMs } = links[event]
  const expiresAt = now + lastsMs
  const open = await mintLink(req, { purpose, subjectType, subjectId, expiresAt })
  const draft = templates[event]({
    company: sender,
    recipient: person.name,
    booking: null,
    offer: null,
    links: { open },
    linkExpiresAt: new Date(expiresAt).toISOString(),
  })
  const { from } = senderAddress(req.payload, sender)
  return {
    kind: 'email',
    message: { from, to: person.email, ...render(draft, sender), attachments: [] },
  }
}
