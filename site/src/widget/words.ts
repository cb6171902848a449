import type { Company } from '../lib/shapes.ts'
import type { Refusal } from './refusal.ts'
import type { Step } from './state.ts'

const people = (count: number) => (count > 1 ? `${count} or more people free` : 'Free')
const times = (count: number) => (count === 1 ? '1 free time' : `${count} free times`)
const kept = 'What you typed is kept.'

/** What the widget says. The application's own refusals are in its own words. */
export const words = {
  people,
  times,
  headings: {
    service: 'What can we do for you?',
    place: 'Where is the work?',
    times: 'When suits you?',
    questions: 'About the work',
    details: 'Your details',
    booked: 'Thank you. We have your booking.',
    ask: 'We talk first',
  } satisfies Record<Step, string>,
  next: {
    service: 'Continue',
    place: 'See free times',
    times: 'Continue',
    questions: 'Continue',
    details: 'Book this visit',
    booked: '',
    ask: '',
  } satisfies Record<Step, string>,
  busy: {
    loading: 'Loading …',
    looking: 'Looking for free times …',
    keeping: 'Holding this time for you …',
    booking: 'Booking …',
  },
  buttons: {
    back: 'Back',
    earlier: '← Earlier',
    later: 'Later →',
    takeInstead: 'Take this time',
    tryAgain: 'Try again',
    call: (phone: string) => `Call ${phone}`,
    write: 'Write to us',
    mine: 'My bookings',
    another: 'Book another visit',
    calendar: 'Add to calendar (.ics)',
  },
  choose: {
    place: 'Place',
    day: 'Day',
    instead: 'Take another time',
    parts: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },
    noTimes: 'none',
    onRequest: 'On request',
    option: 'Choose',
  },
  fields: {
    postcode: { label: 'Postcode of the job', hint: 'So we can see who can come.' },
    line1: { label: 'Street and number' },
    suburb: { label: 'Suburb' },
    name: { label: 'Your name' },
    email: { label: 'Email', hint: 'For the confirmation and the link to your booking.' },
    phone: {
      label: 'Phone',
      hint: 'So we can reach you on the day. Enter an email or a phone number.',
    },
    notes: { label: 'Notes', hint: 'Parking, pets, access.' },
    optional: ' (optional)',
  },
  facts: {
    number: 'Booking',
    service: 'Service',
    when: 'When',
    where: 'Where',
    price: 'Price',
    inclTax: (money: string) => `${money} incl. tax`,
  },
  refused: {
    service: 'Choose a service.',
    place: 'Choose a place.',
    instead: 'Choose a time.',
  },
  step: (at: number, of: number) => `Step ${at}${at > 1 ? ` of ${of}` : ''}`,
  request: (service: string) => `Request: ${service}`,
  terms: (mayCancel: boolean) =>
    `You pay nothing now.${mayCancel ? ' You can cancel from our message.' : ''}`,
  zone: (zoneName: string) => `Times are in ${zoneName}, where the work is done.`,
  none: 'No times available in this week. Try a later week, or call us.',
  unknownPlace:
    'We don’t cover this postcode yet. Check it, or call us and we’ll see what we can do.',
  gone: {
    title: 'Sorry, that time has just been taken.',
    some: `These times are still free. ${kept}`,
    nothing: `No other times in the next two weeks. Try later days. ${kept}`,
  },
  keeping: {
    kept: (until: string) => `We’re holding this time for you until ${until}.`,
    soon: (until: string) => `We’re holding this time for you only until ${until}. Still typing?`,
    gone: 'We’re no longer holding this time. It may still be free: book now, or hold it again.',
    none: 'This time is yours once booked.',
    longer: 'Hold it longer',
    again: 'Hold it again',
  },
  missing: (count: number) =>
    `${count === 1 ? 'One thing is' : `${count} things are`} missing or need${count === 1 ? 's' : ''} a change. ${kept}`,
  notFound: 'This service can’t be booked online at the moment.',
  empty: 'Nothing can be booked at the moment.',
  notOpen: 'Online booking is closed at the moment.',
  onRequest:
    'This job varies, so we talk first, then offer a time and a price. Nothing is booked until you agree.',
  booked: {
    confirmed: 'See you soon. You’re booked in.',
    held: 'We’ve reserved this time and will email you as soon as it’s confirmed.',
    manage: (to: string, mayCancel: boolean) =>
      `A message is on its way to ${to}. Its link shows the booking${mayCancel ? ' and lets you cancel it' : ''}.`,
  },
}

/** Title and text for a refusal that belongs to no field. */
export const refusalWords = (
  { status, code, message, retryAfter }: Refusal,
  { isOffline, company }: { isOffline: boolean; company: Company | null },
): { title: string; text: string; mayRetry: boolean } => {
  const call = company?.phone ? ` Or call ${company.phone}.` : ''
  if (status === 0 && isOffline) {
    const text = `${kept} Continue once you’re back online.`
    return { title: 'You are offline.', text, mayRetry: true }
  }
  if (status === 0 || status >= 500) {
    const isBusy = status === 503
    const title = isBusy ? 'We are very busy right now.' : 'We could not reach the booking system.'
    return { title, text: `${kept} Try again in a moment.${call}`, mayRetry: true }
  }
  if (status === 429) {
    const wait = retryAfter ? `Wait ${retryAfter} seconds` : 'Wait a minute'
    const text = `${wait}, then try again. ${kept}${call}`
    return { title: 'Too many tries.', text, mayRetry: true }
  }
  if (code === 'in-progress') {
    return {
      title: 'Your booking is still being made.',
      text: 'Try again in a moment.',
      mayRetry: true,
    }
  }
  return { title: 'This did not work.', text: `${message}${call}`, mayRetry: false }
}
