import type { MessageFacts } from '../../../src/domain/messages/facts.ts'

/** All that a template may say, for a visit in Sydney. */
export const messageFacts = (change: Partial<MessageFacts> = {}): MessageFacts => ({
  company: {
    name: 'Harbour Home Services',
    phone: '02 5550 1234',
    email: 'hello@harbour.example',
    locale: 'en-AU',
    timezone: 'Australia/Sydney',
  },
  recipient: 'Jo Park',
  booking: {
    number: 'FB-1042',
    customer: 'Jo Park',
    visits: [
      {
        service: 'Tap repair',
        start: '2026-11-22T22:00:00.000Z',
        end: '2026-11-23T00:00:00.000Z',
        timezone: 'Australia/Sydney',
        place: '12 King Street, Newtown NSW 2042',
        fieldworker: 'Mia Chen',
      },
    ],
    cancelled: [],
    total: { amount: 18_150, currency: 'AUD' },
    fee: { amount: 4500, currency: 'AUD' },
    comment: 'Plans changed',
    notes: null,
    series: null,
  },
  offer: {
    respondBy: '2026-11-21T06:00:00.000Z',
    message: 'Parts are in the van.',
    reason: 'Too far away',
  },
  links: {
    view: 'https://book.example/l/view-token',
    cancel: 'https://book.example/l/cancel-token',
    open: 'https://book.example/open',
  },
  linkExpiresAt: '2026-11-21T06:30:00.000Z',
  ...change,
})
