import { settingsAdmin } from '../../src/admin/settings/settings-admin.ts'
import { securedGlobal } from '../../src/access/global-access.ts'
import { settingsHooks } from '../../src/hooks/records/settings-hooks.ts'

const speed = { type: 'number', min: 5, max: 130, defaultValue: 40 } as const
const factor = { type: 'number', min: 1, max: 3, defaultValue: 1.3 } as const
const days = { type: 'number', min: 1, max: 730 } as const

export const bookingSettings = securedGlobal({
  slug: 'booking-settings',
  label: 'Booking rules',
  admin: settingsAdmin,
  hooks: settingsHooks,
  fields: [
    {
      name: 'assignmentMethod',
      type: 'select',
      required: true,
      defaultValue: 'direct',
      options: [
        { value: 'direct', label: 'Assign, without asking' },
        { value: 'request', label: 'Ask one person' },
        { value: 'broadcast', label: 'Ask several, first to accept gets it' },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'respondWithinHours',
          label: 'Hours until an offer expires',
          type: 'number',
          min: 1,
          max: 336,
          defaultValue: 24,
        },
        {
          name: 'escalateAfterHours',
          label: 'Hours until the office is alerted',
          type: 'number',
          min: 1,
          max: 336,
          defaultValue: 4,
          admin: { description: 'An offer still unanswered by then. Leave empty for never.' },
        },
      ],
    },
    {
      name: 'askNextCandidate',
      label: 'Ask the next free person when an offer expires',
      type: 'checkbox',
      defaultValue: true,
    },
    {
      name: 'tellCustomerWhenDeclined',
      label: 'Tell the customer when their fieldworker cannot come',
      type: 'checkbox',
      defaultValue: false,
    },
    {
      name: 'declineReasons',
      label: 'Reasons a fieldworker chooses from when declining',
      type: 'text',
      hasMany: true,
      maxRows: 20,
      defaultValue: ['I am not available then', 'It is too far away', 'I cannot do this work'],
    },
    {
      type: 'row',
      fields: [
        { name: 'defaultNoticeMinutes', type: 'number', min: 0, defaultValue: 120 },
        { name: 'defaultHorizonDays', ...days, defaultValue: 60 },
        { name: 'slotIntervalMinutes', type: 'number', min: 5, max: 1440, defaultValue: 30 },
      ],
    },
    {
      name: 'travel',
      type: 'group',
      admin: { description: 'Time for the way between visits whose points on the map are known.' },
      fields: [
        {
          name: 'considered',
          label: 'Allow travel time',
          type: 'checkbox',
          defaultValue: true,
        },
        {
          type: 'row',
          fields: [
            { name: 'speedKmh', label: 'Kilometres an hour', ...speed },
            { name: 'roadFactor', label: 'Road distance factor', ...factor },
          ],
        },
      ],
    },
    { name: 'numberPrefix', type: 'text', defaultValue: 'B-', maxLength: 8 },
    {
      name: 'staffCancelReasonRequired',
      label: 'Staff give a reason when they cancel',
      type: 'checkbox',
      defaultValue: true,
    },
    {
      name: 'finishCompletesBooking',
      label: 'Finishing the last visit completes the booking',
      type: 'checkbox',
      defaultValue: true,
    },
  ],
})
