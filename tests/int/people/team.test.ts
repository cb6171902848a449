import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { emailOf, password } from '../../support/people.ts'

let harness: Harness
let services: string[]

type Row = {
  id: string
  timezone: string
  active: boolean
  colour: string
}

beforeAll(async () => {
  harness = await openHarness()
  services = Object.values(harness.shop.services).map(({ id }) => id)
}, 120_000)
afterAll(() => harness.stop())

const personOf = async (id: unknown) => {
  const { body } = await harness.send('GET', `/fieldworkers/${String(id)}?depth=0`, 'admin')
  return body as Row & { services: string[]; workingHours: { days: string[]; start: string }[] }
}

const accounts = (person: unknown) =>
  harness.sql<{ id: string; email: string; kind: string; active: boolean; invited_at: Date }>(
    'select id, email, kind, active, invited_at from users where fieldworker_id = $1',
    [person],
  )

const invitations = (user: unknown) =>
  harness.sql<{ id: string }>(
    `select id from deliveries where event = 'invitation' and subject_id = $1`,
    [user],
  )

test('a name and an address make a fieldworker with usual hours, all services and an invited login', async () => {
  const { status, body } = await harness.send('POST', '/app/team', 'admin', {
    name: 'Nina Ward',
    email: 'Nina.Ward@people.test',
    login: true,
  })

  expect(status).toBe(201)
  const person = await personOf(body['id'])
  expect(person).toMatchObject({ timezone: 'Australia/Sydney', active: true })
  expect(person.colour).toMatch(/^#[0-9a-f]{6}$/)
  expect(person.services.toSorted()).toEqual(services.toSorted())
  expect(person.workingHours[0]?.start).toBe('07:00')
  const [account] = await accounts(body['id'])
  expect(account).toMatchObject({
    id: body['user'],
    email: 'nina.ward@people.test',
    kind: 'fieldworker',
    active: true,
  })
  expect(account?.invited_at).toBeTruthy()
  expect(await invitations(account?.id)).toHaveLength(1)
})

test('nobody is added where the login is refused', async () => {
  const before = await harness.sql('select id from fieldworkers')
  const { status, code, body } = await harness.send('POST', '/app/team', 'admin', {
    name: 'Nina Again',
    email: 'dispatcher@people.test',
    login: true,
  })

  expect([status, code]).toEqual([422, 'invalid-input'])
  expect(JSON.stringify(body)).toContain('dispatcher signs in with this address')
  expect(await harness.sql('select id from fieldworkers')).toHaveLength(before.length)
})

test('a manager adds people to the team, and only who edits users gives them a login', async () => {
  const plain = await harness.send('POST', '/app/team', 'manager', { name: 'Otto' })
  const withLogin = await harness.send('POST', '/app/team', 'manager', {
    name: 'Otto',
    email: 'otto@people.test',
    login: true,
  })
  const byDispatcher = await harness.send('POST', '/app/team', 'dispatcher', { name: 'Otto' })

  expect(plain.status).toBe(201)
  expect([withLogin.status, withLogin.code]).toEqual([403, 'not-allowed'])
  expect([byDispatcher.status, byDispatcher.code]).toEqual([403, 'not-allowed'])
})

test('a login needs an address, is given once, and switched on again after it was off', async () => {
  const { body } = await harness.send('POST', '/app/team', 'admin', { name: 'Pia' })
  const door = `/fieldworkers/${String(body['id'])}/login`

  const without = await harness.send('POST', door, 'admin', {})
  const given = await harness.send('POST', door, 'admin', { email: 'pia@people.test' })
  const twice = await harness.send('POST', door, 'admin', {})
  const user = String(given.body['user'])
  await harness.send('PATCH', `/users/${user}`, 'admin', { active: false })
  const again = await harness.send('POST', door, 'admin', {})

  expect([without.status, without.code]).toEqual([422, 'invalid-input'])
  expect(given.status).toBe(201)
  expect([twice.status, twice.code]).toEqual([409, 'transition-refused'])
  expect([again.status, again.body['user']]).toEqual([201, user])
  expect(await accounts(body['id'])).toMatchObject([{ email: 'pia@people.test', active: true }])
})

test('a login never gets a role of the office', async () => {
  const [role] = await harness.sql<{ id: string }>(
    `select id from roles where slug = 'administrator'`,
  )
  const { body } = await harness.send('POST', '/app/team', 'admin', { name: 'Quin' })
  const { status, code } = await harness.send(
    'POST',
    `/fieldworkers/${String(body['id'])}/login`,
    'admin',
    { email: 'quin@people.test', role: role?.id ?? '' },
  )

  expect([status, code]).toEqual([422, 'invalid-input'])
  expect(await accounts(body['id'])).toHaveLength(0)
})

test('a team member’s account shows when they last signed in', async () => {
  const { status } = await harness.app.request('POST', '/users/login', {
    body: { email: emailOf('otherFieldworker'), password },
  })

  const [seen] = await harness.sql<{ last_seen_at: Date | null }>(
    'select last_seen_at from users where email = $1',
    [emailOf('otherFieldworker')],
  )
  expect(status).toBe(200)
  expect(seen?.last_seen_at).toBeTruthy()
})

test('a postcode is found on the map for who sees the team, and not for anybody else', async () => {
  const seen = await harness.send('GET', '/app/postcode-point?postcode=2000', 'dispatcher')
  const unseen = await harness.send('GET', '/app/postcode-point?postcode=2000', 'customer')

  expect(seen.status).toBe(200)
  expect(seen.body).toHaveProperty('coordinates')
  expect(unseen.code).toBe('not-allowed')
})
