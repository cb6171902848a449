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
    paragraphs: [
      hello(facts),
      facts.links.other
        ? 'Two accounts have your address. Open the one that you want to use.'
        : 'Open this link to sign in.',
      ...linkNote(facts),
    ],
    details: [],
    actions: facts.links.other
      ? [
          ...action('Sign in to your bookings', facts.links.open),
          ...action('Sign in to your work', facts.links.other),
        ]
      : action('Sign in', facts.links.open),
  }),
  invitation: (facts) => ({
    subject: `You are invited to ${facts.company.name}`,
    heading: `Welcome to ${facts.company.name}`,
    paragraphs: [hello(facts), 'Choose a password to open your account.', ...linkNote(facts)],
    details: [],
    actions: action('Choose a password', facts.links.open),
  }),
  'email-changed': (facts) => ({
    subject: `Your email address at ${facts.company.name} has changed`,
    heading: 'Your email address has changed',
    paragraphs: [
      hello(facts),
      'Your account now uses another email address. Links and messages go there, and links we sent to this address no longer work.',
      'If this was not meant to happen, please call us at once.',
    ],
    details: [],
    actions: action('Open the site', facts.links.open),
  }),
  'password-reset': (facts) => ({
    subject: `Choose a new password for ${facts.company.name}`,
    heading: 'Choose a new password',
    paragraphs: [hello(facts), 'Open this link to choose a new password.', ...linkNote(facts)],
    details: [],
    actions: action('Choose a password', facts.links.open),
  }),
} satisfies Record<string, Template>
