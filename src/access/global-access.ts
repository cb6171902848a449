import { isOffice } from '../domain/bookings/office.ts'
import type { Access, GlobalConfig } from 'payload'
import type { Permission } from '../domain/people/permissions.ts'
import { actorOf } from './actor.ts'
import { rowsFor } from './rows.ts'

const staffReads: Access = async ({ req }) => {
  const actor = await actorOf(req)
  // No scope of a key opens the settings.
  return isOffice(actor) && actor.kind !== 'api-key'
}

/** A settings page: staff read it, the flag lets one change it, and nobody else sees it. */
export const securedGlobal = (
  global: Omit<GlobalConfig, 'access'>,
  permission: Permission = 'settings.edit',
): GlobalConfig => ({
  ...global,
  versions: false,
  custom: { ...global.custom, isSecured: true },
  access: {
    read: staffReads,
    update: async ({ req }) => {
      const { kind } = await actorOf(req)
      return kind !== 'api-key' && rowsFor(req, { office: permission })
    },
    readVersions: () => false,
  },
})
