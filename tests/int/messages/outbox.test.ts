import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'

let harness: MessageHarness

beforeAll(async () => {
  harness = await openMessageHarness()
}, 120_000)
afterEach(() => harness.restorePorts())
afterAll(() => harness.stop())

const detail = { provider: 'test', message: 'The provider said so.' }

describe('the outbox', () => {
  type Message = { id: string; subject: string; html: string; attachments: unknown[] }

  test('shows staff every effect with its message, and counts by state', async () => {
    const { id } = await harness.confirmation()
    await harness.deliver(id)

    const list = await harness.send('GET', '/app/outbox?channel=email&state=sent&q=jo@', 'admin')
    const one = await harness.send('GET', `/app/outbox/${id}`, 'admin')

    const { messages, counts } = list.body as { messages: Message[]; counts: { sent: number } }
    expect(messages.map((message) => message.id)).toContain(id)
    expect(counts.sent).toBeGreaterThan(0)
    const { message } = one.body as { message: Message }
    expect(message.subject).toMatch(/^Confirmed: /)
    expect(message.html).toContain('<!doctype html>')
    expect(message.attachments).toHaveLength(1)
  })

  test('sends a dead message once more, and refuses for one that was sent', async () => {
    const { id, key } = await harness.confirmation()
    harness.emailSays({ kind: 'permanent', code: 'forbidden', detail })
    await harness.deliver(id)
    harness.restorePorts()

    const retried = await harness.send('POST', `/app/outbox/${id}/retry`, 'admin')
    expect(retried.status).toBe(200)
    await harness.deliver(id)
    expect(await harness.read(id)).toMatchObject({ state: 'sent' })
    expect(await harness.kept(key)).toHaveLength(1)
    const again = await harness.send('POST', `/app/outbox/${id}/retry`, 'admin')
    expect(again).toMatchObject({ status: 409, code: 'transition-refused' })
  })

  test.each(['anonymous', 'customer', 'fieldworker'] as const)('is closed to %s', async (who) => {
    const { id } = await harness.confirmation()
    for (const [method, path] of [
      ['GET', '/app/outbox'],
      ['GET', `/app/outbox/${id}`],
      ['POST', `/app/outbox/${id}/retry`],
    ] as const) {
      expect(await harness.send(method, path, who)).toMatchObject({
        status: 403,
        code: 'not-allowed',
      })
    }
  })

  test('shows mail with a sign-in link only to administrators', async () => {
    const [{ email } = { email: '' }] = await harness.sql<{ email: string }>(
      `select email from users where name = 'manager'`,
    )
    await harness.send('POST', '/app/session/link', 'anonymous', { email })
    const [mail] = await harness.sql<{ id: string; key: string }>(
      `select id, key from deliveries where event = 'sign-in-link'`,
    )
    await harness.deliver(mail?.id ?? '')
    expect(await harness.kept(mail?.key ?? '')).toHaveLength(1)
    const read = async (who: 'admin' | 'dispatcher' | 'manager') => {
      const one = await harness.send('GET', `/app/outbox/${mail?.id}`, who)
      const path = `/outbox-messages?where[text][like]=/enter/`
      const all = await harness.send('GET', path, who)
      return [(one.body as { message: Message }).message.html, all.body['totalDocs']]
    }

    expect(await read('admin')).toEqual([expect.stringContaining('/enter/'), 1])
    expect(await read('manager')).toEqual([null, 0])
    expect(await read('dispatcher')).toEqual([null, 0])
  })

  test('refuses filters it does not know in words', async () => {
    expect(await harness.send('GET', '/app/outbox?state=lost', 'admin')).toMatchObject({
      status: 422,
    })
    expect(await harness.send('GET', '/app/outbox/x', 'admin')).toMatchObject({ status: 404 })
  })
})
