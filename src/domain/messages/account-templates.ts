import type { MessageFacts } from './facts.ts'
import type { Draft } from './render.ts'
import { momentInWords } from './words.ts'

export type Template = (facts: MessageFacts) => Draft

/** A link, where there is one. */
export const action = (label: string, href: string | undefined): Draft['actions'] =>
  href ? [{ label, href }] : []

export const hello = (facts: MessageFacts) => `Hello ${facts.recipient},`

const linkNote = ({ linkExpiresAt, company }: MessageFacts) =>
  linkExpiresAt
    ? [
        `The link works once, until ${momentInWords(linkExpiresAt, company.timezone, company.locale)}. If you did not ask for it, ignore this message.`,
      ]
    : []

/** Messages that carry a link into somebody's own account. */
export const accountTemplates = {
  'sign-in-link': (facts) => ({
    subject: `Your link to ${facts.company.name}`,
    heading: 'Sign in',
    paragraphs: [hello(facts), 'Open this link to see your bookings.', ...linkNote(facts)],
    details: [],
    actions: action('Sign in', facts.links.open),
  }),
  invitation: (facts) => ({
    subject: `You are invited to ${facts.company.name}`,
    heading: `Welcome to ${facts.company.name}`,
    paragraphs: [hello(facts), 'Choose a password to open your account.', ...linkNote(facts)],
    details: [],
    actions: action('Choose a password', facts.links.open),
  }),
  'password-reset': (facts) => ({
    subject: `Choose a new password for ${facts.company.name}`,
    heading: 'Choose a new password',
    paragraphs: [hello(facts), 'Open this link to choose a new password.', ...linkNote(facts)],
    details: [],
    actions: action('Choose a password', facts.links.open),
  }),
} satisfies Record<string, Template>
