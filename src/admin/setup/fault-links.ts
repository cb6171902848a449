import type { SetupFault } from '../../domain/setup/setup-fault.ts'

/** One record of a collection. */
const records: Record<string, string> = {
  'api-keys': 'API key',
  areas: 'area',
  fieldworkers: 'fieldworker',
  locations: 'location',
  roles: 'role',
  services: 'service',
  users: 'user',
}

const pages: Record<string, string> = {
  'api-keys': 'API keys',
  areas: 'Areas',
  'booking-settings': 'Booking rules',
  company: 'Company',
  fieldworkers: 'Team',
  'financial-settings': 'Billing & tax',
  locations: 'Locations',
  'portal-settings': 'Customer portal',
  roles: 'Roles',
  services: 'Services',
  users: 'Users',
}

/** Where a fault is mended: the address of the page in the panel, and what the page is called. */
export const mendingPage = (
  admin: string,
  at: SetupFault['mendedAt'],
): { href: string; label: string } => {
  if ('global' in at) {
    return { href: `${admin}/globals/${at.global}`, label: pages[at.global] ?? at.global }
  }
  const href = [admin, 'collections', at.collection, at.id].filter(Boolean).join('/')
  const known = at.id ? records : pages
  return { href, label: known[at.collection] ?? at.collection }
}
