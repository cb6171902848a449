/** The page that mends a fault: a record, a list of records, or a page of settings. */
export type MendedAt =
  | { collection: SetupCollection; id?: string }
  | { global: 'booking-settings' | 'company' | 'financial-settings' | 'portal-settings' }

export type SetupCollection =
  | 'api-keys'
  | 'areas'
  | 'fieldworkers'
  | 'locations'
  | 'roles'
  | 'services'
  | 'users'

/** Something that can never work as it is set up. */
export type SetupFault = {
  /** Stable, kebab-case. */
  code: string
  /** What cannot work, and why: one sentence. */
  message: string
  /** What to do about it: one sentence. */
  fix: string
  mendedAt: MendedAt
}
