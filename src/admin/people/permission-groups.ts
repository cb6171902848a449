import type { Permission } from '../../domain/people/permissions.ts'
import { teamWord } from '../ui/team-word.ts'

export type PermissionGroup = { title: string; flags: { flag: Permission; sentence: string }[] }

/** Every flag in a sentence, grouped as an office thinks about it. */
export const permissionGroups = (): PermissionGroup[] => [
  {
    title: 'Bookings',
    flags: [
      { flag: 'booking.view-all', sentence: 'See every booking' },
      { flag: 'booking.create', sentence: 'Take new bookings' },
      { flag: 'booking.edit', sentence: 'Edit details, labels and owner' },
      { flag: 'booking.confirm', sentence: 'Confirm before approval/deposit' },
      { flag: 'booking.complete', sentence: 'Complete bookings' },
      { flag: 'booking.cancel', sentence: 'Cancel bookings' },
      { flag: 'booking.no-show', sentence: 'Mark a no-show' },
      { flag: 'booking.reschedule', sentence: 'Move bookings to another time' },
      { flag: 'booking.approve', sentence: 'Approve bookings that need a sign-off' },
      { flag: 'booking.delete', sentence: 'Delete and restore bookings' },
    ],
  },
  {
    title: 'Dispatch',
    flags: [
      { flag: 'booking.assign', sentence: `Assign ${teamWord().many} and send offers` },
      {
        flag: 'booking.overbook',
        sentence:
          'Assign over hours and absences with a reason; leave unassigned without holding time',
      },
      {
        flag: 'appointment.respond-on-behalf',
        sentence: `Accept or decline on behalf of ${teamWord().indefinite}`,
      },
      { flag: 'appointment.progress', sentence: 'Report progress of visits' },
    ],
  },
  {
    title: 'Money',
    flags: [
      { flag: 'price.view', sentence: 'See prices and totals' },
      { flag: 'price.edit', sentence: 'Change prices on a booking' },
      { flag: 'fee.waive', sentence: 'Waive cancellation and no-show fees' },
    ],
  },
  {
    title: 'People and catalogue',
    flags: [
      { flag: 'customer.view', sentence: 'See customers' },
      { flag: 'customer.edit', sentence: 'Add and edit customers and their addresses' },
      { flag: 'fieldworker.view', sentence: `See ${teamWord().many}` },
      { flag: 'fieldworker.edit', sentence: `Edit ${teamWord().many}, hours and time off` },
      { flag: 'catalogue.edit', sentence: 'Edit services and prices of the catalogue' },
      { flag: 'location.edit', sentence: 'Edit locations and areas' },
    ],
  },
  {
    title: 'Talking and files',
    flags: [
      { flag: 'comment.internal', sentence: 'Read and write comments of the office' },
      { flag: 'media.upload', sentence: 'Upload pictures' },
    ],
  },
  {
    title: 'Administration',
    flags: [
      { flag: 'settings.edit', sentence: 'Change the company’s settings' },
      { flag: 'users.edit', sentence: 'Invite and edit users' },
      { flag: 'roles.edit', sentence: 'Edit roles, this page included' },
      { flag: 'audit.view', sentence: 'Read the history of every record' },
      { flag: 'deliveries.view', sentence: 'See messages sent and their state' },
      { flag: 'api-keys.edit', sentence: 'Issue and revoke API keys' },
      { flag: 'export', sentence: 'Export lists' },
    ],
  },
  {
    title: 'Own work in the field',
    flags: [
      { flag: 'own.complete', sentence: 'Complete their bookings' },
      { flag: 'own.cancel', sentence: 'Cancel their bookings' },
      { flag: 'own.no-show', sentence: 'Mark a no-show' },
      { flag: 'own.decline-after-accept', sentence: 'Decline after having accepted' },
      { flag: 'own.reschedule', sentence: 'Move own visits to another time' },
      { flag: 'own.create', sentence: 'Book for customers, by the rules for customers' },
      { flag: 'own.see-price', sentence: 'See prices of their work' },
      { flag: 'own.see-full-address', sentence: 'See the full address and access notes' },
    ],
  },
]
