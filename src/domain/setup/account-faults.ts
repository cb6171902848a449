import type { SetupFault } from './setup-fault.ts'
import type { SetupKey, SetupRole, SetupUser, SetupWorld } from './setup-world.ts'

type Found = Omit<SetupFault, 'mendedAt'>

const roleFault = ({ name, kind, permissions, used }: SetupRole): Found | null =>
  kind === 'staff' && used > 0 && permissions.length === 0
    ? {
        code: 'role-opens-nothing',
        message: `The role “${name}” is in use but allows nothing.`,
        fix: 'Choose its permissions.',
      }
    : null

const userFaults = (user: SetupUser, { users, people }: SetupWorld): (Found | null)[] => {
  const { name, kind, fieldworker, permissions } = user
  const person = people.find(({ id }) => id === fieldworker)
  const twin =
    fieldworker &&
    users.find((other) => other.active && other.id > user.id && other.fieldworker === fieldworker)
  return [
    permissions
      ? null
      : {
          code: 'user-without-role',
          message: `The account of ${name} has no role, so it can’t open anything.`,
          fix: 'Choose a role.',
        },
    kind !== 'fieldworker' || person
      ? null
      : {
          code: 'login-without-person',
          message: `${name} signs in as a fieldworker but isn’t linked to one.`,
          fix: 'Choose the fieldworker.',
        },
    twin
      ? {
          code: 'person-with-two-logins',
          message: `${name} and ${twin.name} are logins of the same fieldworker.`,
          fix: 'Remove the fieldworker from one of them.',
        }
      : null,
  ]
}

const keyFaults = (key: SetupKey, now: number): (Found | null)[] => {
  const { name, expiresAt, scopes, hasRole } = key
  return [
    expiresAt !== null && expiresAt <= now
      ? {
          code: 'key-expired',
          message: `The API key “${name}” has expired.`,
          fix: 'Make a new one, or switch this one off.',
        }
      : null,
    scopes.length === 0
      ? {
          code: 'key-without-scopes',
          message: `The API key “${name}” has no scopes.`,
          fix: 'Choose its scopes.',
        }
      : null,
    hasRole
      ? null
      : {
          code: 'key-without-role',
          message: `The role of the API key “${name}” no longer exists.`,
          fix: 'Choose a role.',
        },
  ]
}

const adminFault = ({ users }: SetupWorld): SetupFault[] =>
  users.some(({ active, permissions }) => active && permissions?.includes('roles.edit'))
    ? []
    : [
        {
          code: 'nobody-edits-roles',
          message: 'No active account can edit roles, so no one can be given access.',
          fix: 'Give an account the administrator’s role with `npm run setup`.',
          mendedAt: { collection: 'users' },
        },
      ]

const at =
  (collection: 'api-keys' | 'roles' | 'users', id: string) =>
  (found: Found | null): SetupFault[] =>
    found ? [{ ...found, mendedAt: { collection, id } }] : []

/** Roles, accounts and keys that open nothing. */
export const accountFaults = (world: SetupWorld, now: number): SetupFault[] => [
  ...adminFault(world),
  ...world.roles.flatMap((role) => at('roles', role.id)(roleFault(role))),
  ...world.users
    .filter(({ active }) => active)
    .flatMap((user) => userFaults(user, world).flatMap(at('users', user.id))),
  ...world.keys
    .filter(({ active }) => active)
    .flatMap((key) => keyFaults(key, now).flatMap(at('api-keys', key.id))),
]
