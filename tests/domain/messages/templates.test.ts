import { describe, expect, test } from 'vitest'
import { render } from '../../../src/domain/messages/render.ts'
import { smsOf } from '../../../src/domain/messages/sms-of.ts'
import { templates } from '../../../src/domain/messages/templates.ts'
import { messageFacts } from './message-facts.ts'

type Event = keyof typeof templates

const events = Object.keys(templates) as Event[]
const aboutBookings = events.filter(
  (event) => !['sign-in-link', 'invitation', 'password-reset', 'email-changed'].includes(event),
)
const sent = (event: Event, facts = messageFacts()) =>
  render(templates[event](facts), facts.company)

test('a message calls fieldworkers what the company calls them', () => {
  const facts = messageFacts()
  const { text } = render(templates['offer-declined'](facts), {
    ...facts.company,
    fieldworkerLabel: 'Electrician',
  })

  expect(text).toContain('An electrician declined a visit')
  expect(text).not.toMatch(/fieldworker/i)
})

describe('every message', () => {
  test.each(events)('%s says who writes, and the same in HTML and in plain text', (event) => {
    const { subject, text, html } = sent(event)

    expect(subject.length).toBeGreaterThan(10)
    expect(subject.length).toBeLessThan(80)
    for (const form of [text, html]) {
      expect(form).toContain('Jo Park')
      expect(form).toContain('Harbour Home Services')
      expect(form).toContain('02 5550 1234')
      expect(form).toContain('https://book.example/')
      expect(form).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  test.each(events)('%s loads nothing from outside and names its language', (event) => {
    const { html } = sent(event)
    expect(html).not.toMatch(/<(img|link|script|iframe)|url\(/)
    expect(html).toMatch(/<html lang="en-AU">/)
  })

  test.each(events)('%s escapes every value', (event) => {
    const evil = '<script>alert("x")</script>&'
    const facts = messageFacts({ recipient: evil })
    const { company, booking, offer } = facts
    company.name = evil
    if (booking) {
      Object.assign(booking, { number: evil, customer: evil, comment: evil })
      for (const visit of booking.visits) {
        Object.assign(visit, { service: evil, place: evil, fieldworker: evil })
      }
    }
    if (offer) Object.assign(offer, { message: evil, reason: evil })

    const { html } = sent(event, facts)

    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
  })

  test.each(events)('%s keeps line breaks out of its subject', (event) => {
    const facts = messageFacts()
    facts.company.name = 'Eve\r\nBcc: all@example.com'
    const [visit] = facts.booking?.visits ?? []
    if (visit) visit.service = 'Tap\r\nBcc: all@example.com'
    expect(sent(event, facts).subject).not.toMatch(/[\r\n]/)
  })
})

describe('a message about a booking', () => {
  test.each(aboutBookings)('%s gives the time at the site with its zone', (event) => {
    const { text } = sent(event)
    expect(text).toContain('FB-1042')
    expect(text).toMatch(/Mon,? 23 Nov 2026,? 9:00.am – 11:00.am AEDT/)
  })

  test('names both days of a visit past midnight', () => {
    const facts = messageFacts()
    const [visit] = facts.booking?.visits ?? []
    if (visit) Object.assign(visit, { start: '2026-11-23T11:00:00Z', end: '2026-11-23T15:00:00Z' })
    expect(sent('booking-confirmed', facts).text).toMatch(/23 Nov.*10:00.pm – Tue.*24 Nov.*2:00.am/)
  })

  test('offers links to see and to cancel the booking, each only where it works', () => {
    expect(sent('booking-confirmed').html).toContain('href="https://book.example/l/cancel-token"')
    const links = { view: 'https://book.example/l/view-token' }
    const { text, html } = sent('booking-confirmed', messageFacts({ links }))
    expect(html).toContain('/l/view-token')
    expect(text).not.toMatch(/cancel this booking/i)
  })

  test('shows the fee of a cancellation, and none where none is due', () => {
    expect(sent('booking-cancelled').text).toMatch(/Cancellation fee: \$45\.00/)
    const facts = messageFacts()
    if (facts.booking) facts.booking.fee = null
    expect(sent('booking-cancelled', facts).text).not.toContain('fee')
  })

  test.each(aboutBookings)('%s fits a text message or two', (event) => {
    const words = smsOf(templates[event](messageFacts()))
    expect(words.length).toBeLessThan(306)
    expect(words).toContain('https://book.example/')
    expect(words).not.toMatch(/\b(stop|end|quit|cancel|unsubscribe|stopall)\b(?!led)/i)
  })
})
