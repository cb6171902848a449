import type { PayloadRequest } from 'payload'
import type { Claimed } from '../../database/messages/deliveries.ts'
import { readPerson, readSender } from '../../database/messages/message-facts.ts'
import { readTwinAccount } from '../../database/people/twin-account.ts'
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

type Facts = Parameters<(typeof templates)['sign-in-link']>[0]
type Account = { subjectType: 'customers' | 'users'; subjectId: string }

const isLinkEvent = (event: string): event is keyof typeof links => event in links

const linksInto = async (
  req: PayloadRequest,
  { event, account, email, now }: { event: string; account: Account; email: string; now: number },
): Promise<Pick<Facts, 'linkExpiresAt' | 'links'>> => {
  if (!isLinkEvent(event)) {
    const open = new URL('/sign-in', req.payload.config.serverURL).href
    return { links: { open }, linkExpiresAt: null }
  }
  const { purpose, lastsMs } = links[event]
  const expiresAt = now + lastsMs
  const mint = (of: Account) => mintLink(req, { purpose, ...of, expiresAt })
  const twin = event === 'sign-in-link' ? await readTwinAccount(req, { ...account, email }) : null
  // Customers come first, whichever of two accounts the mail was asked for.
  const [first, second] =
    account.subjectType === 'users' && twin ? [twin, account] : [account, twin]
  const open = await mint(first)
  const other = second ? await mint(second) : undefined
  return {
    links: { open, ...(other && { other }) },
    linkExpiresAt: new Date(expiresAt).toISOString(),
  }
}

/** A mail about somebody's own account; a link in it is made for this very mail. */
export async function composeAccountMail(
  req: PayloadRequest,
  { event, subjectType, subjectId, recipient }: Claimed,
  now: number,
): Promise<Composed> {
  const isAccount = subjectType === 'users' || subjectType === 'customers'
  const isAboutChange = event === 'email-changed'
  if (!isAccount || (!isAboutChange && !isLinkEvent(event))) {
    return { kind: 'drop', reason: 'It names no account.' }
  }
  const person = await readPerson(req, subjectType, subjectId)
  const to = isAboutChange ? recipient : person?.email
  if (!person || !to || (!isAboutChange && !person.isActive)) {
    return { kind: 'drop', reason: 'There is no one to send it to.' }
  }
  const sender = await readSender(req)
  const account = { subjectType, subjectId }
  const draft = templates[event]({
    company: sender,
    recipient: person.name,
    booking: null,
    offer: null,
    ...(await linksInto(req, { event, account, email: to, now })),
  })
  const { from } = senderAddress(req.payload, sender)
  return {
    kind: 'email',
    message: { from, to, ...render(draft, sender), attachments: [] },
  }
}
