import { secured } from '../../src/access/collection-access.ts'
import { customersAdmin } from '../../src/admin/people/customers/customers-admin.ts'
import { forgotPasswordEndpoint } from '../../src/endpoints/people/forgot-password.ts'
import { loginEndpoint } from '../../src/endpoints/people/login.ts'
import { officeOrCustomerReads, officeReads, writesWith } from '../../src/access/field-access.ts'
import { rowsOfVisits } from '../../src/access/fieldworker-rows.ts'
import { customerSession } from '../../src/access/session-policy.ts'
import { siteSession } from '../../src/access/site-session.ts'
import { emailField } from '../../src/fields/email-field.ts'
import { phoneField } from '../../src/fields/phone-field.ts'
import { timezoneField } from '../../src/fields/timezone-field.ts'
import { accountHooks } from '../../src/hooks/people/account-hooks.ts'
import { deriveLoginName } from '../../src/hooks/people/derive-login-name.ts'
import { followContactDetails } from '../../src/hooks/people/follow-contact-details.ts'
import { guardLiveUse } from '../../src/hooks/records/guard-live-use.ts'

const inUse = guardLiveUse('customers')

export const customers = secured({
  slug: 'customers',
  labels: { singular: 'Customer', plural: 'Customers' },
  admin: {
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'phone', 'company'],
    listSearchableFields: ['name', 'email', 'phone', 'company'],
    ...customersAdmin,
  },
  auth: { ...customerSession, strategies: [siteSession('customers')] },
  endpoints: [forgotPasswordEndpoint('customers'), loginEndpoint('customers')],
  trash: true,
  access: {
    create: { office: 'customer.edit' },
    read: {
      office: 'customer.view',
      customer: (id) => ({ id: { equals: id } }),
      fieldworker: rowsOfVisits('customer'),
    },
    update: { office: 'customer.edit', customer: (id) => ({ id: { equals: id } }) },
    delete: { office: 'settings.edit' },
  },
  selfService: ['name', 'phone', 'company', 'timezone', 'marketing'],
  disableDuplicate: true,
  hooks: {
    ...accountHooks,
    beforeValidate: [deriveLoginName],
    beforeChange: [inUse.beforeChange, ...accountHooks.beforeChange],
    afterChange: [...accountHooks.afterChange, followContactDetails],
    beforeDelete: [inUse.beforeDelete],
  },
  fields: [
    { name: 'name', type: 'text', required: true },
    emailField({
      required: true,
      unique: true,
      access: { read: officeOrCustomerReads, update: writesWith('customer.edit') },
    }),
    phoneField({ index: true }),
    { name: 'company', type: 'text' },
    timezoneField(),
    { name: 'notes', type: 'textarea', access: { read: officeReads } },
    {
      name: 'addresses',
      type: 'join',
      collection: 'addresses',
      on: 'customer',
      admin: { defaultColumns: ['label', 'line1', 'suburb', 'postcode'] },
    },
    {
      name: 'onboardedAt',
      type: 'date',
      admin: { readOnly: true, position: 'sidebar' },
    },
    { name: 'active', type: 'checkbox', defaultValue: true, admin: { position: 'sidebar' } },
    {
      name: 'marketing',
      label: 'Accepts news and offers',
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar' },
    },
  ],
})
