import { accountTemplates, action, hello, type Template } from './account-templates.ts'
import { answerTemplates } from './answer-templates.ts'
import type { MessageEvent } from './events.ts'
import type { Draft } from './render.ts'
import { moneyWords } from '../words/money-words.ts'
import {
  bookingOf,
  calendarHint,
  cancelledDetails,
  changeWords,
  customerActions,
  fieldActions,
  firstWhen,
  numberDetail,
  priceDetails,
  reasonDetails,
  respondByDetails,
  seriesDetails,
  seriesOf,
  visitsDetails,
} from './template-parts.ts'

/** What each event says, in the form of no channel yet. */
export const templates: Record<Exclude<MessageEvent, 'calendar-event'>, Template> = {
  'booking-acknowledged': (facts) => ({
    subject: `We received your booking ${bookingOf(facts).number}`,
    heading: 'We received your booking',
    paragraphs: [hello(facts), 'Thank you. We’ve reserved this time and will confirm it shortly.'],
    details: [numberDetail(facts), ...visitsDetails(facts), ...priceDetails(facts)],
    actions: customerActions(facts),
  }),
  'booking-confirmed': (facts) => ({
    subject: `Confirmed: ${firstWhen(facts)}`,
    heading: 'Your booking is confirmed',
    paragraphs: [hello(facts), `We look forward to seeing you. ${calendarHint(facts)}`],
    details: [numberDetail(facts), ...visitsDetails(facts), ...priceDetails(facts)],
    actions: customerActions(facts),
  }),
  'booking-retimed': (facts) => ({
    subject: `New time: ${firstWhen(facts)}`,
    heading: 'Your booking has a new time',
    paragraphs: [hello(facts), 'Please note the new time below.'],
    details: [numberDetail(facts), ...visitsDetails(facts), ...priceDetails(facts)],
    actions: customerActions(facts),
  }),
  'booking-changed': (facts) => ({
    subject: `Your booking ${bookingOf(facts).number} has changed`,
    heading: 'Your booking has changed',
    paragraphs: [hello(facts), changeWords(facts)],
    details: [
      numberDetail(facts),
      ...cancelledDetails(facts),
      ...visitsDetails(facts),
      ...priceDetails(facts),
    ],
    actions: customerActions(facts),
  }),
  'booking-clock-kept': (facts) => ({
    subject: `Your visit time is unchanged: ${firstWhen(facts)}`,
    heading: 'Your visit time is unchanged',
    paragraphs: [
      hello(facts),
      'The clock rules where you are have changed. We’ll still come at the local time below. The attached file corrects your calendar.',
    ],
    details: [numberDetail(facts), ...visitsDetails(facts)],
    actions: action('View your booking', facts.links.view),
  }),
  'booking-cancelled': (facts) => {
    const { number, comment, fee } = bookingOf(facts)
    const charged: Draft['details'] = fee
      ? [['Cancellation fee', moneyWords(fee, facts.company)]]
      : []
    return {
      subject: `Cancelled: booking ${number}`,
      heading: 'Your booking is cancelled',
      paragraphs: [
        hello(facts),
        'The booking below is cancelled. There is nothing more for you to do.',
      ],
      details: [
        numberDetail(facts),
        ...visitsDetails(facts),
        ...(comment ? [['Comment', comment] as [string, string]] : []),
        ...charged,
      ],
      actions: action('View the cancelled booking', facts.links.view),
    }
  },
  'booking-no-show': (facts) => ({
    subject: `We missed you: booking ${bookingOf(facts).number}`,
    heading: 'We missed you',
    paragraphs: [
      hello(facts),
      'We called at the time below but no one was home. Call us to rebook.',
    ],
    details: [numberDetail(facts), ...visitsDetails(facts)],
    actions: action('View your booking', facts.links.view),
  }),
  'visit-offered': (facts) => {
    const { offer } = facts
    const [visit] = bookingOf(facts).visits
    return {
      subject: `Offer: ${visit?.service ?? 'visit'}, ${firstWhen(facts)}`,
      heading: 'New job offer',
      paragraphs: [
        hello(facts),
        'Can you take this job?',
        ...(offer?.message ? [offer.message] : []),
      ],
      details: [numberDetail(facts), ...visitsDetails(facts), ...respondByDetails(facts)],
      actions: action('Accept or decline', facts.links.open),
    }
  },
  'offer-reminded': (facts) => ({
    subject: `Please answer: ${firstWhen(facts)}`,
    heading: 'We’re still waiting for your answer',
    paragraphs: [hello(facts), 'Please accept or decline this job, so that we can plan.'],
    details: [numberDetail(facts), ...visitsDetails(facts), ...respondByDetails(facts)],
    actions: action('Accept or decline', facts.links.open),
  }),
  'visit-assigned': (facts) => ({
    subject: `New visit: ${firstWhen(facts)}`,
    heading: 'New job for you',
    paragraphs: [hello(facts), 'This visit is in your schedule.'],
    details: [numberDetail(facts), ...visitsDetails(facts)],
    actions: fieldActions(facts),
  }),
  'visit-retimed': (facts) => ({
    subject: `New time: ${firstWhen(facts)}`,
    heading: 'A visit moved to another time',
    paragraphs: [hello(facts), 'The visit below has a new time.'],
    details: [numberDetail(facts), ...visitsDetails(facts)],
    actions: fieldActions(facts),
  }),
  'visit-cancelled': (facts) => ({
    subject: `Cancelled: ${firstWhen(facts)}`,
    heading: 'A visit was cancelled',
    paragraphs: [hello(facts), 'The visit below is cancelled; you’re free at that time.'],
    details: [numberDetail(facts), ...visitsDetails(facts)],
    actions: fieldActions(facts),
  }),
  'offer-withdrawn': (facts) => ({
    subject: `No longer assigned to you: ${firstWhen(facts)}`,
    heading: 'This job is no longer assigned to you',
    paragraphs: [hello(facts), 'The job below has been reassigned or is no longer needed.'],
    details: [numberDetail(facts), ...visitsDetails(facts)],
    actions: fieldActions(facts),
  }),
  'offer-declined': (facts) => {
    const { number, customer } = bookingOf(facts)
    return {
      subject: `Declined: booking ${number} needs someone else`,
      heading: 'A fieldworker declined a visit',
      paragraphs: [hello(facts), 'Reassign the visit below.'],
      details: [
        numberDetail(facts),
        ['Customer', customer],
        ...visitsDetails(facts),
        ...reasonDetails(facts.offer?.reason ?? null),
      ],
      actions: action('Open the booking', facts.links.open),
    }
  },
  'series-booked': (facts) => ({
    subject: `Booked: ${seriesOf(facts)}`,
    heading: 'Your repeating visits are booked',
    paragraphs: [
      hello(facts),
      'These are all your visits. You can manage each on its own, and each that is confirmed comes with a file for your calendar.',
    ],
    details: [numberDetail(facts), ...seriesDetails(facts)],
    actions: action('View your booking', facts.links.view),
  }),
  'series-moved': (facts) => ({
    subject: `New times: ${seriesOf(facts)}`,
    heading: 'Your repeating visits have new times',
    paragraphs: [
      hello(facts),
      'Please note the times below. The attached files move the visits in your calendar.',
    ],
    details: [numberDetail(facts), ...seriesDetails(facts)],
    actions: action('View your booking', facts.links.view),
  }),
  'series-ended': (facts) => ({
    subject: `No more repeating visits: ${seriesOf(facts)}`,
    heading: 'No more repeating visits',
    paragraphs: [
      hello(facts),
      bookingOf(facts).series?.occurrences.length
        ? 'No more visits are added. These still take place.'
        : 'No more visits take place.',
    ],
    details: [numberDetail(facts), ...seriesDetails(facts)],
    actions: action('View your booking', facts.links.view),
  }),
  'series-visits': (facts) => ({
    subject: `Repeating visits: ${firstWhen(facts)}`,
    heading: 'Repeating visits for you',
    paragraphs: [hello(facts), 'Your schedule and your offers show each of them.'],
    details: [numberDetail(facts), ...seriesDetails(facts)],
    actions: fieldActions(facts),
  }),
  'offer-escalated': (facts) => ({
    subject: `No reply yet: booking ${bookingOf(facts).number}`,
    heading: 'An offer is still unanswered',
    paragraphs: [hello(facts), 'Remind the fieldworker, or reassign the visit.'],
    details: [numberDetail(facts), ...visitsDetails(facts)],
    actions: action('Open the booking', facts.links.open),
  }),
  'visit-unanswered': (facts) => ({
    subject: `Not accepted: booking ${bookingOf(facts).number}`,
    heading: 'A visit has no fieldworker',
    paragraphs: [hello(facts), 'No one accepted it in time. Assign someone.'],
    details: [numberDetail(facts), ...visitsDetails(facts)],
    actions: action('Open the booking', facts.links.open),
  }),
  'booking-overdue': (facts) => ({
    subject: `Starts soon, not confirmed: ${bookingOf(facts).number}`,
    heading: 'A booking starts soon and isn’t confirmed',
    paragraphs: [hello(facts), 'Something is still open. Confirm, move or cancel the booking.'],
    details: [numberDetail(facts), ...visitsDetails(facts)],
    actions: action('Open the booking', facts.links.open),
  }),
  'customer-waits': (facts) => ({
    subject: `We’re arranging someone else: ${firstWhen(facts)}`,
    heading: 'Same time, someone else is coming',
    paragraphs: [
      hello(facts),
      'The person we’d booked can’t make it. We’re arranging someone else for the same time.',
    ],
    details: [numberDetail(facts), ...visitsDetails(facts)],
    actions: customerActions(facts),
  }),
  ...answerTemplates,
  ...accountTemplates,
}
