import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EmailMessage, EmailPort } from '../../src/ports/email.ts'
import { effectContext, type PortUnderTest, type PortWorld } from '../support/port-world.ts'
import { testEffects } from './test-effects.ts'

/** What a mail provider has under a key, letter by letter. */
export type EmailWorld = PortWorld<EmailPort> & {
  kept: (key: string) => Promise<Omit<EmailMessage, 'from' | 'replyTo'> | undefined>
}

const mail: EmailMessage = {
  from: '"Shop" <shop@example.test>',
  to: 'jo@guest.test',
  subject: 'Confirmed: your booking',
  html: '<p>Über naïve “quotes”</p>',
  text: 'Über naïve “quotes”',
  attachments: [
    { filename: 'booking.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR\r\n' },
  ],
}

/** What every adapter of the e-mail port passes. */
export const testEmailPort = ({ name, faults, open }: PortUnderTest<EmailWorld>) =>
  describe(`the e-mail port of ${name}`, () => {
    let world: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      world = await open()
    }, 120_000)
    afterAll(() => world.close())

    testEffects({
      faults,
      world: () => world,
      ask: (context) => world.port.send(mail, context),
      askWrongly: (context) => world.port.send({ ...mail, text: 'a\u0000b' }, context),
      secrets: [mail.to],
    })

    test('sends a mail letter by letter, its attachments too', async () => {
      await world.port.send(mail, effectContext('letters'))
      const { from: _from, ...letters } = mail

      expect(await world.kept('letters')).toMatchObject(letters)
    })

    test('takes a line break in a subject for text, not for a header', async () => {
      const subject = 'Hello\r\nBcc: everyone@example.test'
      const outcome = await world.port.send({ ...mail, subject }, effectContext('injected'))
      const kept = await world.kept('injected')

      if (outcome.kind === 'ok') expect([kept?.to, kept?.subject]).toEqual([mail.to, subject])
      else expect([outcome.kind, kept]).toEqual(['permanent', undefined])
    })
  })
