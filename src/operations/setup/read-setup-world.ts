import type { PayloadRequest } from 'payload'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { readAccounts } from '../../database/setup/read-accounts.ts'
import type { SetupSettings, SetupWorld } from '../../domain/setup/setup-world.ts'

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
  const [reference, { emails, ...accounts }, settings] = await Promise.all([
    referenceOf(req),
    readAccounts(req),
    readSettings(req),
  ])
  const logins = new Set(accounts.users.map(({ fieldworker }) => fieldworker))
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
      email: emails[person.id] ?? null,
    })),
  }
}
