import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mintLink } from '../../../src/operations/messages/mint-link.ts'
import { type HistoryHarness, openHistoryHarness } from '../../support/history-harness.ts'
import { password } from '../../support/people.ts'
import { insert } from '../../support/records.ts'
import { signIn } from '../../support/sign-in.ts'

let harness: HistoryHarness

beforeAll(async () => {
  harness = await openHistoryHarness()
})
afterAll(() => harness?.stop())

describe('the history of an account', () => {
  const made = async () => harness.make('users')

  test('has nothing of a password that someone else tried to set', async () => {
    const id = await made()
    const body = { password: 'entirely new words', phone: '+61293744000' }

    const entries = await harness.leftBy(async () => {
      const answer = await harness.app.request('PATCH', `/users/${id}`, { as: 'admin', body })
      expect(answer).toMatchObject({ status: 409, body: { errors: [{ code: 'command-needed' }] } })
    })

    expect(entries).toEqual([])
  })

  test('records that the owner changed the password, but not the password', async () => {
    const body = { present: password, password: 'entirely new words' }

    const entries = await harness.leftBy(async () => {
      const answer = await harness.app.request('POST', '/app/me/password', {
        as: 'dispatcher',
        body,
      })
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    })

    expect(entries).toMatchObject([
      { subject_type: 'users', actor_name: 'dispatcher', changes: { password: [null, 'changed'] } },
    ])
    expect(JSON.stringify(entries[0]?.changes)).not.toMatch(/entirely new words|"(hash|salt)"/)
  })

  test('records who sent an invitation or a password link, once each', async () => {
    const id = await made()

    const invited = await harness.leftBy(() => harness.asAdmin('POST', `/users/${id}/invite`))
    const linked = await harness.leftBy(() => harness.asAdmin('POST', `/users/${id}/password-link`))

    expect(invited).toMatchObject([{ command: 'invite', subject_id: id, actor_name: 'admin' }])
    expect(linked).toMatchObject([
      { command: 'mail-password-link', subject_id: id, actor_name: 'admin', changes: {} },
    ])
  })

  test('records that a password was set by a mailed link', async () => {
    const id = await made()
    const req = await createLocalReq({}, harness.app.payload)
    const expiresAt = Date.parse('2100-01-01')
    const link = await mintLink(req, {
      ...{ purpose: 'reset', subjectType: 'users', subjectId: id, expiresAt },
    })
    const token = link.split('/').at(-1)
    const body = { token, password: 'words that I chose myself' }

    const entries = await harness.leftBy(() =>
      harness.app.request('POST', '/app/session/reset', { body }),
    )

    expect(entries).toMatchObject([
      { command: 'reset-password', subject_id: id, changes: { password: [null, 'changed'] } },
    ])
  })
})

describe('who made something', () => {
  const forged = { kind: 'staff', account: 'nobody', name: 'Somebody else' }

  test('is stored with a comment, whatever the request claims', async () => {
    const body = {
      booking: harness.owned.booking,
      body: 'Ring twice',
      visibility: 'office',
      author: forged,
    }

    const { body: answer } = await harness.app.request<{ doc: { author: object } }>(
      'POST',
      '/comments',
      {
        ...{ as: 'dispatcher', body },
      },
    )

    expect(answer.doc.author).toMatchObject({ kind: 'staff', name: 'dispatcher' })
  })

  test('is stored with a picture, and stays when someone else changes it', async () => {
    const id = await harness.make('media')

    await harness.app.request('PATCH', `/media/${id}`, {
      ...{ as: 'dispatcher', body: { alt: 'A meter', uploadedBy: forged } },
    })

    const { uploadedBy } = (await harness.asAdmin('GET', `/media/${id}`)) as { uploadedBy?: object }
    expect(uploadedBy).toMatchObject({ kind: 'staff', name: 'admin' })
  })
})

describe('the door that the history names', () => {
  const channelsOf = async (
    headers: Record<string, string>,
    method: string,
    path: string,
    body: object,
  ) => {
    const entries = await harness.leftBy(async () => {
      const answer = await harness.app.request(method, path, { body, headers })
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    })
    return entries.map(({ channel }) => channel)
  }
  const tokenOf = async (person: 'admin' | 'customer') =>
    (await signIn(harness.app.payload, person))[0]?.[1] ?? ''

  test('is the panel for its cookie, and the API for a session in a header', async () => {
    const authorization = await tokenOf('admin')
    const cookie = `payload-token=${authorization.replace('JWT ', '')}`
    const skill = await insert(harness.app.payload, 'skills', { name: 'Gas' })
    const change = (name: string) => ['PATCH', `/skills/${skill}`, { name }] as const

    expect(await channelsOf({ cookie }, ...change('One'))).toEqual(['admin'])
    expect(await channelsOf({ authorization }, ...change('Two'))).toEqual(['rest'])
  })

  test('is not what the Referer claims', async () => {
    const authorization = await tokenOf('customer')
    const referer = `${harness.app.payload.config.serverURL}/admin/collections/bookings`
    const path = `/customers/${harness.owned.customer}`

    expect(
      await channelsOf({ authorization, referer }, 'PATCH', path, { company: 'Mine' }),
    ).toEqual(['portal'])
  })
})
