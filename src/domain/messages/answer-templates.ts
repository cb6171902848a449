import { action, hello, type Template } from './account-templates.ts'
import type { MessageFacts } from './facts.ts'
import { spanInWords } from './words.ts'

const details = ({ booking, company }: MessageFacts): [string, string][] => [
  ['Booking', booking?.number ?? ''],
  ...(booking?.visits ?? []).flatMap((visit): [string, string][] => [
    ['Service', visit.service],
    ['When', spanInWords(visit, company.locale)],
    ['Where', visit.place],
  ]),
]

const whenOf = ({ booking, company }: MessageFacts): string => {
  const [visit] = booking?.visits ?? []
  return visit ? spanInWords(visit, company.locale) : (booking?.number ?? '')
}

/** What fieldworkers hear when the office answers an offer for them. */
export const answerTemplates = {
  'accepted-on-behalf': (facts) => ({
    subject: `Accepted for you: ${whenOf(facts)}`,
    heading: 'The office accepted a visit for you',
    paragraphs: [
      hello(facts),
      'The visit below is in your schedule now. Call the office if you cannot do it.',
    ],
    details: details(facts),
    actions: action('Open in Fieldbook', facts.links.open),
  }),
  'declined-on-behalf': (facts) => ({
    subject: `Declined for you: ${whenOf(facts)}`,
    heading: 'The office declined a visit for you',
    paragraphs: [
      hello(facts),
      'The job below is no longer assigned to you. Call the office if you can do it after all.',
    ],
    details: details(facts),
    actions: action('Open in Fieldbook', facts.links.open),
  }),
} satisfies Record<string, Template>
