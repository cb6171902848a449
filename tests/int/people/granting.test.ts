import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { askGraphql } from '../../support/graphql.ts'
import { emailOf, type Person } from '../../support/people.ts'
import { runSql } from '../../support/run-sql.ts'

type Answer = {
  errors?: { code: string; field?: string; details?: object }[]
  doc?: { id: string }
}
type Row = { id: string; role_id: string; kind: string; active: boolean; email: string }

let app: App
const roles: Record<string, string> = {}

beforeAll(async () => {
  app = await startApp()
  for (const { id, slug } of await runSql<{ id: string; slug: string }>(
    app.url,
    'select id, slug from roles',
  )) {
    roles[slug] = id
  }
})
afterAll(() => app.stop())

/** Besides the administrator, the manager alone edits roles. The manager may edit users, roles and keys as well, but not what only an administrator may. */
beforeEach(async () => {
  await runSql(app.url, `delete from users where email like 'new%'`)
  await runSql(app.url, `delete from roles_permissions where parent_id = '${roles['manager']}'`)
  for (const flag of ['users.edit', 'roles.edit', 'api-keys.edit', 'booking.view-all']) {
    await runSql(
      app.url,
      `insert into roles_permissions ("order", parent_id, value)
        values (1, '${roles['manager']}', '${flag}')`,
    )
  }
  await runSql(
    app.url,
    `update users set role_id = '${roles['manager']}', active = true, kind = 'staff'
      where name = 'manager'`,
  )
})

const accountOf = async (person: Person) => {
  const [row] = await runSql<Row>(app.url, 'select * from users where email = $1', [
    emailOf(person),
  ])
  return row as Row
}

const send = async (as: Person, method: string, path: string, body?: object) => {
  const { status, body: answer } = await app.request<Answer>(method, path, { as, body })
  const [refusal] = answer.errors ?? []
  return { status, code: refusal?.code, field: refusal?.field, id: answer.doc?.id ?? '' }
}

const refused = (field: string) => ({ status: 403, code: 'not-allowed', field })

describe('a person who edits users', () => {
  test('does not change their own role, kind or being active, at any door', async () => {
    const { id } = await accountOf('manager')
    const path = `/users/${id}`
    const role = roles['administrator']

    expect(await send('manager', 'PATCH', path, { role })).toMatchObject(refused('role'))
    expect(await send('manager', 'PATCH', path, { role: roles['dispatcher'] })).toMatchObject(
      refused('role'),
    )
    expect(await send('manager', 'PATCH', path, { kind: 'fieldworker' })).toMatchObject(
      refused('kind'),
    )
    expect(await send('manager', 'PATCH', path, { active: false })).toMatchObject(refused('active'))
    expect((await send('manager', 'DELETE', path)).status).toBe(403)
    const mutation = `mutation { updateUser(id: "${id}", data: { role: "${role}" }) { id } }`
    expect((await askGraphql(app, 'manager', mutation)).errors).toBeDefined()
    const user = {
      ...(await app.payload.findByID({ collection: 'users', id })),
      collection: 'users',
    }
    await expect(
      app.payload.update({
        collection: 'users',
        id,
        data: { role: role as string },
        overrideAccess: false,
        user: user as never,
      }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await accountOf('manager')).toMatchObject({ role_id: roles['manager'], active: true })
    expect(
      (await send('manager', 'PATCH', path, { role: roles['manager'], name: 'manager' })).status,
    ).toBe(200)
  })

  test('gives no account a role beyond their own', async () => {
    const data = { name: 'New', kind: 'staff', active: true }
    const { id } = await accountOf('dispatcher')
    const [own, beyond] = [roles['manager'], roles['administrator']]
    const made = (role: unknown, at: number) => ({ ...data, role, email: `new${at}@people.test` })

    expect(await send('manager', 'POST', '/users', made(beyond, 1))).toMatchObject(refused('role'))
    expect((await send('manager', 'POST', '/users', made(own, 2))).status).toBe(201)
    expect((await send('manager', 'POST', '/users', made(roles['fieldworker'], 3))).status).toBe(
      201,
    )
    expect((await send('manager', 'PATCH', `/users/${id}`, { role: beyond })).status).toBe(403)
    expect(
      (await send('admin', 'PATCH', `/users/${id}`, { role: roles['dispatcher'] })).status,
    ).toBe(200)
  })

  test('touches no account that may do more than they do', async () => {
    const { id } = await accountOf('admin')
    for (const body of [
      { email: 'mine@people.test' },
      { active: false },
      { role: roles['manager'] },
      { kind: 'fieldworker' },
    ]) {
      expect((await send('manager', 'PATCH', `/users/${id}`, body)).status).toBe(403)
    }
    expect((await send('manager', 'DELETE', `/users/${id}`)).status).toBe(403)
    expect(await accountOf('admin')).toMatchObject({ email: emailOf('admin'), active: true })
  })

  test('learns nothing about other roles without the right to edit users', async () => {
    const { id } = await accountOf('admin')
    const { body } = await app.request<Answer>('PATCH', `/users/${id}`, {
      as: 'dispatcher',
      body: { active: false },
    })
    expect(body.errors?.[0]?.details).toBeUndefined()
  })
})

describe('a person who edits roles', () => {
  test('puts no flag into a role that they do not have', async () => {
    const body = { name: 'New', slug: 'new', kind: 'staff' }
    const path = `/roles/${roles['dispatcher']}`

    const all = ['users.edit', 'settings.edit']
    expect(await send('manager', 'POST', '/roles', { ...body, permissions: all })).toMatchObject(
      refused('permissions'),
    )
    const made = await send('manager', 'POST', '/roles', { ...body, permissions: ['users.edit'] })
    expect(made.status).toBe(201)
    const more = ['booking.view-all', 'settings.edit']
    expect(await send('manager', 'PATCH', path, { permissions: more })).toMatchObject(
      refused('permissions'),
    )
    const own = `/roles/${roles['manager']}`
    expect((await send('manager', 'PATCH', own, { permissions: ['fee.waive'] })).status).toBe(403)
    const mutation = `mutation { updateRole(id: "${made.id}", data: { permissions: [settings_edit] }) { id } }`
    expect((await askGraphql(app, 'manager', mutation)).errors).toBeDefined()
  })

  test('keeps what a role has already, and takes flags away', async () => {
    const path = `/roles/${roles['dispatcher']}`
    const { body } = await app.request<{ permissions: string[] }>('GET', path, { as: 'admin' })
    const fewer = body.permissions.filter((flag) => flag !== 'audit.view')

    expect((await send('manager', 'PATCH', path, { permissions: fewer })).status).toBe(200)
    expect((await send('admin', 'PATCH', path, { permissions: body.permissions })).status).toBe(200)
  })

  test('cannot take the permission from the last role whose people edit roles', async () => {
    const path = `/roles/${roles['administrator']}`
    const { body } = await app.request<{ permissions: string[] }>('GET', path, { as: 'admin' })
    const permissions = body.permissions.filter((flag) => flag !== 'roles.edit')
    await runSql(app.url, `update users set active = false where name = 'manager'`)

    const last = await send('admin', 'PATCH', path, { permissions })
    const role = (await accountOf('admin')).role_id
    const others = await runSql(
      app.url,
      `select 1 from roles_permissions where parent_id = $1 and value = 'roles.edit'`,
      [role],
    )

    expect([last.status, last.code, others.length]).toEqual([409, 'last-role-editor', 1])
    await runSql(app.url, `update users set active = true where name = 'manager'`)
    expect((await send('admin', 'PATCH', path, { permissions })).status).toBe(200)
    await app.payload.update({
      collection: 'roles',
      id: roles['administrator'] as string,
      data: { permissions: body.permissions as never },
      overrideAccess: true,
    })
  })

  test('two at once never take it from the last two roles', async () => {
    const stored = async (slug: string) => {
      const { docs } = await app.payload.find({
        collection: 'roles',
        where: { slug: { equals: slug } },
      })
      return docs[0]?.permissions ?? []
    }
    const before = await stored('administrator')
    const without = before.filter((flag) => flag !== 'roles.edit')
    const both = await Promise.all([
      send('admin', 'PATCH', `/roles/${roles['administrator']}`, { permissions: without }),
      send('manager', 'PATCH', `/roles/${roles['manager']}`, { permissions: ['users.edit'] }),
    ])

    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
    await app.payload.update({
      collection: 'roles',
      id: roles['administrator'] as string,
      data: { permissions: before },
      overrideAccess: true,
    })
  })
})

describe('a person who edits API keys', () => {
  const key = (role: unknown, scopes: string[]) => ({ name: 'Key', role, scopes, active: true })

  test('gives a key no role beyond their own, and no scope that does not exist', async () => {
    const own = roles['manager']
    const strong = await send('admin', 'POST', '/api-keys', key(roles['administrator'], []))
    const weak = await send('manager', 'POST', '/api-keys', key(own, ['bookings:read']))

    expect([strong.status, weak.status]).toEqual([201, 201])
    expect(
      await send('manager', 'POST', '/api-keys', key(roles['administrator'], ['users:write'])),
    ).toMatchObject(refused('role'))
    expect(
      await send('manager', 'PATCH', `/api-keys/${weak.id}`, { role: roles['administrator'] }),
    ).toMatchObject(refused('role'))
    expect(
      await send('manager', 'PATCH', `/api-keys/${strong.id}`, { scopes: ['users:write'] }),
    ).toMatchObject(refused('role'))
    expect(await send('manager', 'POST', '/api-keys', key(own, ['everything']))).toMatchObject({
      status: 422,
      field: 'scopes',
    })
    expect(
      (await send('manager', 'PATCH', `/api-keys/${strong.id}`, { active: false })).status,
    ).toBe(200)
  })

  test('as a key gives no scope that it does not have', async () => {
    const scopes = ['api-keys:write', 'api-keys:read', 'bookings:read']
    const made = await app.request<{ doc: { key: string } }>('POST', '/api-keys', {
      as: 'admin',
      body: key(roles['administrator'], scopes),
    })
    const withKey = (given: string[]) =>
      app.request('POST', '/api-keys', {
        headers: { authorization: `Bearer ${made.body.doc.key}` },
        body: key(roles['administrator'], given),
      })

    expect((await withKey(['bookings:read'])).status).toBe(201)
    expect((await withKey(['users:write'])).status).toBe(403)
  })
})
