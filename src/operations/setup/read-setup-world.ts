import type { PayloadRequest } from 'payload'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { idOf } from '../../domain/id-of.ts'
import type {
  SetupKey,
  SetupRole,
  SetupSettings,
  SetupUser,
  SetupWorld,
} from '../../domain/setup/setup-world.ts'

/** Company-wide facts, whatever the caller may read of single records. */
const all = (req: PayloadRequest) =>
  ({ depth: 0, limit: 5000, pagination: false, overrideAccess: true, req }) as const

const readAccounts = async (
  req: PayloadRequest,
): Promise<{ roles: SetupRole[]; users: SetupUser[]; keys: SetupKey[] }> => {
  const { payload } = req
  const [roles, users, keys] = await Promise.all([
    payload.find({ collection: 'roles', ...all(req) }),
    payload.find({ collection: 'users', ...all(req) }),
    payload.find({ collection: 'api-keys', ...all(req) }),
  ])
  const byId = new Map(roles.docs.map((role) => [role.id, role]))
  const holders = [...users.docs, ...keys.docs].filter(({ active }) => active)
  return {
    roles: roles.docs.map(({ id, name, kind, permissions }) => ({
      ...{ id, name, kind, permissions: permissions ?? [] },
      used: holders.filter(({ role }) => idOf(role) === id).length,
    })),
    users: users.docs.map(({ id, name, kind, active, role, fieldworker }) => {
      const held = byId.get(idOf(role) ?? '')
      return {
        ...{ id, name, kind, active: active === true, fieldworker: idOf(fieldworker) },
        permissions: held ? (held.permissions ?? []) : null,
      }
    }),
    keys: keys.docs.map(({ id, name, active, expiresAt, scopes, role }) => ({
      ...{ id, name, active: active === true, scopes: scopes ?? [] },
      expiresAt: expiresAt ? Date.parse(expiresAt) : null,
      hasRole: byId.has(idOf(role) ?? ''),
    })),
  }
}

const readSettings = async (
  req: PayloadRequest,
): Promise<{ company: SetupWorld['company']; settings: SetupSettings }> => {
  const { payload } = req
  const asked = { depth: 0, overrideAccess: true, req } as const
  const [company, booking, portal, financial] = await Promise.all([
    payload.findGlobal({ slug: 'company', ...asked }),
    payload.findGlobal({ slug: 'booking-settings', ...asked }),
    payload.findGlobal({ slug: 'portal-settings', ...asked }),
    payload.findGlobal({ slug: 'financial-settings', ...asked }),
  ])
  return {
    company: { name: company.name, email: company.email ?? null, phone: company.phone ?? null },
    settings: {
      assignmentMethod: booking.assignmentMethod,
      respondWithinHours: booking.respondWithinHours ?? 24,
      escalateAfterHours: booking.escalateAfterHours ?? 4,
      declineReasons: booking.declineReasons ?? [],
      bookingEnabled: portal.bookingEnabled ?? true,
      customersMayCancel: portal.customersMayCancel ?? true,
      cancelFeeAutomatic: portal.cancelFeeAutomatic ?? false,
      cancelNoticeHours: portal.cancelNoticeHours ?? 0,
      cancellationFeeAmount: financial.cancellationFeeAmount ?? 0,
      cancellationFees: financial.cancellationFees ?? [],
    },
  }
}

/** Everything that a company has set up, for those who may see all of it or on the command line. */
export const readSetupWorld = async (req: PayloadRequest): Promise<SetupWorld> => {
  const [reference, accounts, settings, contacts] = await Promise.all([
    referenceOf(req),
    readAccounts(req),
    readSettings(req),
    req.payload.find({ collection: 'fieldworkers', select: { email: true }, ...all(req) }),
  ])
  const emails = new Map(contacts.docs.map(({ id, email }) => [id, email ?? null]))
  const logins = new Set(
    accounts.users.filter(({ active }) => active).map(({ fieldworker }) => fieldworker),
  )
  return {
    ...accounts,
    ...settings,
    services: reference.services,
    locations: reference.locations,
    areas: reference.areas,
    skills: reference.skills,
    people: reference.people.map((person) => ({
      ...person,
      hasLogin: logins.has(person.id),
      email: emails.get(person.id) ?? null,
    })),
  }
}
