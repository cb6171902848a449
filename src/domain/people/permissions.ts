/** Every permission flag of a role; the first word is its room, `own` the fieldworker's own work. */
export const permissions = [
  'booking.view-all',
  'booking.create',
  'booking.edit',
  'booking.confirm',
  'booking.complete',
  'booking.cancel',
  'booking.no-show',
  'booking.reschedule',
  'booking.delete',
  'booking.approve',
  'booking.assign',
  'booking.overbook',
  'appointment.respond-on-behalf',
  'appointment.progress',
  'price.view',
  'price.edit',
  'customer.view',
  'customer.edit',
  'fieldworker.view',
  'fieldworker.edit',
  'catalogue.edit',
  'location.edit',
  'comment.internal',
  'media.upload',
  'fee.waive',
  'export',
  'settings.edit',
  'users.edit',
  'roles.edit',
  'audit.view',
  'deliveries.view',
  'api-keys.edit',
  'own.cancel',
  'own.no-show',
  'own.complete',
  'own.see-price',
  'own.see-full-address',
  'own.decline-after-accept',
  'own.reschedule',
  'own.create',
] as const

export type Permission = (typeof permissions)[number]

type DefaultRole = {
  name: string
  slug: string
  kind: 'customer' | 'fieldworker' | 'staff'
  description: string
  permissions: readonly Permission[]
}

const fieldFlags = permissions.filter((permission) => permission.startsWith('own.'))
const officeFlags = permissions.filter((permission) => !permission.startsWith('own.'))

const managerFlags = officeFlags.filter(
  (permission) => !['roles.edit', 'api-keys.edit', 'users.edit'].includes(permission),
)

const dispatcherFlags: Permission[] = [
  'booking.view-all',
  'booking.create',
  'booking.edit',
  'booking.confirm',
  'booking.complete',
  'booking.cancel',
  'booking.no-show',
  'booking.reschedule',
  'booking.assign',
  'appointment.respond-on-behalf',
  'appointment.progress',
  'price.view',
  'customer.view',
  'customer.edit',
  'fieldworker.view',
  'comment.internal',
  'media.upload',
  'audit.view',
  'deliveries.view',
]

/** The roles a new installation starts with; each may be edited afterwards. */
export const defaultRoles: readonly DefaultRole[] = [
  {
    name: 'Administrator',
    slug: 'administrator',
    kind: 'staff',
    description: 'Everything in the office, users and roles included.',
    permissions: officeFlags,
  },
  {
    name: 'Manager',
    slug: 'manager',
    kind: 'staff',
    description: 'Runs the business: everything but users, roles and API keys.',
    permissions: managerFlags,
  },
  {
    name: 'Dispatcher',
    slug: 'dispatcher',
    kind: 'staff',
    description: 'Takes bookings, assigns people and answers for them.',
    permissions: dispatcherFlags,
  },
  {
    name: 'Accounts',
    slug: 'accounts',
    kind: 'staff',
    description: 'Reads bookings and customers, sees and edits prices, exports.',
    permissions: ['booking.view-all', 'customer.view', 'price.view', 'price.edit', 'export'],
  },
  {
    name: 'Fieldworker',
    slug: 'fieldworker',
    kind: 'fieldworker',
    description: 'Answers offers and carries out their own visits.',
    permissions: fieldFlags.filter(
      (permission) => !['own.cancel', 'own.create', 'own.reschedule'].includes(permission),
    ),
  },
  {
    name: 'Subworker',
    slug: 'subworker',
    kind: 'fieldworker',
    description: 'Works for another fieldworker: own visits, without prices.',
    permissions: ['own.complete', 'own.see-full-address'],
  },
  {
    name: 'Customer',
    slug: 'customer',
    kind: 'customer',
    description: 'Books and tracks their own bookings on the site.',
    permissions: ['own.cancel'],
  },
]
