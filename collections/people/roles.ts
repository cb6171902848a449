import { rolesAdmin } from '../../src/admin/people/roles/roles-admin.ts'
import { secured } from '../../src/access/collection-access.ts'
import { never } from '../../src/access/field-access.ts'
import { permissions } from '../../src/domain/people/permissions.ts'
import { guardRoleRights } from '../../src/hooks/people/guard-role-rights.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'

export const roles = secured({
  slug: 'roles',
  labels: { singular: 'Role', plural: 'Roles' },
  admin: {
    ...rolesAdmin,
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'description'],
    description: 'What each kind of account may do.',
  },
  access: {
    create: { office: 'roles.edit' },
    read: {
      office: ['roles.edit', 'users.edit'],
      staff: (actor) => ({ id: { equals: actor.roleId ?? null } }),
      fieldworker: (_fieldworker, _req, actor) => ({ id: { equals: actor.roleId ?? null } }),
    },
    update: { office: 'roles.edit' },
    delete: 'none',
  },
  disableDuplicate: true,
  hooks: {
    ...auditedHooks,
    beforeOperation: [...auditedHooks.beforeOperation, guardRoleRights],
  },
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'slug', type: 'text', required: true, unique: true, access: { update: never } },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'staff',
      options: ['staff', 'fieldworker', 'customer'],
    },
    { name: 'description', type: 'text' },
    {
      name: 'permissions',
      type: 'select',
      hasMany: true,
      options: permissions.map((permission) => ({ value: permission, label: permission })),
    },
    {
      name: 'system',
      label: 'Built-in role',
      type: 'checkbox',
      defaultValue: false,
      admin: { readOnly: true, position: 'sidebar' },
      access: { create: never, update: never },
    },
  ],
})
