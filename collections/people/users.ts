import { secured } from '../../src/access/collection-access.ts'
import { readsWith, writesWith } from '../../src/access/field-access.ts'
import { staffSession } from '../../src/access/session-policy.ts'
import { siteSession } from '../../src/access/site-session.ts'
import { forgotPasswordEndpoint } from '../../src/endpoints/people/forgot-password.ts'
import { inviteEndpoint } from '../../src/endpoints/people/invite.ts'
import { loginEndpoint } from '../../src/endpoints/people/login.ts'
import { passwordLinkEndpoint } from '../../src/endpoints/people/password-link.ts'
import { emailField } from '../../src/fields/email-field.ts'
import { localeField } from '../../src/fields/locale-field.ts'
import { phoneField } from '../../src/fields/phone-field.ts'
import { accountHooks } from '../../src/hooks/people/account-hooks.ts'
import { guardUserRights } from '../../src/hooks/people/guard-user-rights.ts'

const usersEdit = { create: writesWith('users.edit'), update: writesWith('users.edit') }

export const users = secured({
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  admin: {
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'kind', 'role', 'active'],
    description: 'Staff and fieldworkers who sign in.',
    components: {
      edit: {
        beforeDocumentControls: [
          'fieldbook/admin/people/invite-button#InviteButton',
          'fieldbook/admin/people/own-password#OwnPassword',
          'fieldbook/admin/people/by-invitation#ByInvitation',
        ],
      },
    },
  },
  auth: { ...staffSession, strategies: [siteSession('users')] },
  endpoints: [
    inviteEndpoint,
    passwordLinkEndpoint,
    forgotPasswordEndpoint('users'),
    loginEndpoint('users'),
  ],
  access: {
    create: { office: 'users.edit' },
    read: {
      office: true,
      fieldworker: (_fieldworker, _req, actor) => ({ id: { equals: actor.id } }),
    },
    update: {
      office: 'users.edit',
      staff: (actor) => ({ id: { equals: actor.id } }),
      fieldworker: (_fieldworker, _req, actor) => ({ id: { equals: actor.id } }),
    },
    delete: { office: 'users.edit' },
  },
  selfService: ['name', 'phone', 'locale'],
  disableDuplicate: true,
  hooks: {
    ...accountHooks,
    beforeOperation: [...accountHooks.beforeOperation, guardUserRights],
  },
  fields: [
    { name: 'name', type: 'text', required: true },
    emailField({
      required: true,
      unique: true,
      access: { read: readsWith('users.edit', 'audit.view'), ...usersEdit },
    }),
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          required: true,
          defaultValue: 'staff',
          options: [
            { value: 'staff', label: 'Staff' },
            { value: 'fieldworker', label: 'Fieldworker' },
          ],
          access: usersEdit,
        },
        {
          name: 'role',
          type: 'relationship',
          relationTo: 'roles',
          required: true,
          access: usersEdit,
        },
      ],
    },
    {
      name: 'fieldworker',
      type: 'relationship',
      relationTo: 'fieldworkers',
      access: usersEdit,
      admin: { condition: (data) => data['kind'] === 'fieldworker' },
    },
    { name: 'active', type: 'checkbox', defaultValue: true, access: usersEdit },
    phoneField({ access: { read: readsWith('users.edit') } }),
    localeField({ defaultValue: 'en' }),
    {
      type: 'row',
      fields: [
        { name: 'invitedAt', type: 'date', admin: { readOnly: true }, access: usersEdit },
        { name: 'lastSeenAt', type: 'date', admin: { readOnly: true }, access: usersEdit },
      ],
    },
  ],
})
