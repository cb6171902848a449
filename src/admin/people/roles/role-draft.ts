import type { Role } from '../../../payload-types.ts'

/** What can be changed of a role. */
export type RoleDraft = {
  name: string
  description: string
  kind: Role['kind']
  permissions: string[]
}

export const kindWords: Record<Role['kind'], string> = {
  staff: 'Office',
  fieldworker: 'Field',
  customer: 'Customer',
}

/** The address-safe name of a new role: `night-shift` of "Night shift". */
export const roleSlug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
