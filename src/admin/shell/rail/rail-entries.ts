import type { Permission } from '../../../domain/people/permissions.ts'
import type { GlyphName } from '../../ui/glyph.tsx'

export type RailEntry = {
  /** Below the panel's own address. */
  path: string
  label: string
  icon: GlyphName
  permission?: Permission
}

/** Where people work all day, in the order of a working day. */
export const railEntries: readonly RailEntry[] = [
  { path: '', label: 'Today', icon: 'home' },
  { path: '/dispatch', label: 'Dispatch', icon: 'board', permission: 'booking.view-all' },
  { path: '/calendar', label: 'Calendar', icon: 'calendar', permission: 'booking.view-all' },
  {
    path: '/collections/bookings',
    label: 'Bookings',
    icon: 'list',
    permission: 'booking.view-all',
  },
  { path: '/find-a-time', label: 'Find a time', icon: 'clock', permission: 'booking.create' },
  {
    path: '/collections/customers',
    label: 'Customers',
    icon: 'people',
    permission: 'customer.view',
  },
  {
    path: '/collections/fieldworkers',
    label: 'Team',
    icon: 'van',
    permission: 'fieldworker.view',
  },
  { path: '/collections/services', label: 'Services', icon: 'wrench' },
  { path: '/outbox', label: 'Messages', icon: 'mail', permission: 'deliveries.view' },
]
