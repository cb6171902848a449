import { action } from './account-templates.ts'
import type { MessageFacts, MessageVisit } from './facts.ts'
import type { Draft } from './render.ts'
import { moneyWords } from '../words/money-words.ts'
import { momentInWords, spanInWords } from './words.ts'

type Booking = NonNullable<MessageFacts['booking']>

export const bookingOf = ({ booking }: MessageFacts): Booking => {
  if (!booking) throw new Error('This message speaks of a booking and got none.')
  return booking
}

const visitDetails = (visit: MessageVisit, { company }: MessageFacts): Draft['details'] => [
  ['Service', visit.service],
  ['When', spanInWords(visit, company.locale)],
  ['Where', visit.place],
]

export const visitsDetails = (facts: MessageFacts): Draft['details'] =>
  bookingOf(facts).visits.flatMap((visit): Draft['details'] => [
    ...visitDetails(visit, facts),
    ...(visit.fieldworker ? [['With', visit.fieldworker] as [string, string]] : []),
  ])

export const priceDetails = (facts: MessageFacts): Draft['details'] => {
  const { total } = bookingOf(facts)
  return total ? [['Total', moneyWords(total, facts.company)]] : []
}

export const cancelledDetails = (facts: MessageFacts): Draft['details'] =>
  bookingOf(facts).cancelled.map((visit): [string, string] => [
    'Cancelled',
    `${visit.service}, ${spanInWords(visit, facts.company.locale)}`,
  ])

export const changeWords = (facts: MessageFacts): string =>
  bookingOf(facts).cancelled.length > 0
    ? 'What is marked as cancelled no longer takes place; everything else stays as it is.'
    : 'Here are the updated details.'

export const numberDetail = (facts: MessageFacts): Draft['details'][number] => [
  'Booking',
  bookingOf(facts).number,
]

export const respondByDetails = (facts: MessageFacts): Draft['details'] => {
  const [visit] = bookingOf(facts).visits
  const by = facts.offer?.respondBy
  if (!by || !visit) return []
  return [['Answer by', momentInWords(by, visit.timezone, facts.company.locale)]]
}

export const firstWhen = (facts: MessageFacts) => {
  const [first] = bookingOf(facts).visits
  return first ? spanInWords(first, facts.company.locale) : bookingOf(facts).number
}

export const calendarHint = (facts: MessageFacts) =>
  bookingOf(facts).visits.length > 1
    ? 'Each attached file adds one of the visits to your calendar.'
    : 'A calendar invite is attached.'

export const customerActions = ({ links }: MessageFacts): Draft['actions'] => [
  ...action('View your booking', links.view),
  ...action('Choose another time', links.reschedule),
  ...action('Cancel this booking', links.cancel),
]

export const fieldActions = ({ links }: MessageFacts) => action('Open in Fieldbook', links.open)

export const reasonDetails = (reason: string | null): Draft['details'] =>
  reason ? [['Reason', reason]] : []

export const seriesOf = (facts: MessageFacts) =>
  bookingOf(facts).series?.summary ?? bookingOf(facts).number

/** Every visit that is ahead; the booking's own where it does not repeat any more. */
export const seriesDetails = (facts: MessageFacts): Draft['details'] => {
  const { series, visits } = bookingOf(facts)
  if (!series || series.occurrences.length === 0) return visitsDetails(facts)
  const [first] = visits
  const dates = series.occurrences.map((one): [string, string] => [
    'When',
    spanInWords(one, facts.company.locale),
  ])
  return [
    ...(first ? visitDetails(first, facts).filter(([label]) => label !== 'When') : []),
    ['Repeats', series.summary],
    ...dates,
  ]
}
