import type { SettingsSpec } from './settings-spec.ts'

export const bookingRules: SettingsSpec = {
  title: 'Booking rules',
  lead: 'How visits are offered and assigned. A service may have rules of its own.',
  cards: [
    {
      title: 'Times on offer',
      fields: [
        {
          ...{ kind: 'number', unit: 'minutes', min: 0, max: 525_600, step: 5 },
          path: 'defaultNoticeMinutes',
          label: 'Shortest notice',
          hint: 'The first time offered is at least this far away.',
        },
        {
          ...{ kind: 'number', unit: 'days', min: 1, max: 730 },
          path: 'defaultHorizonDays',
          label: 'Bookable ahead',
        },
        {
          ...{ kind: 'number', unit: 'minutes', min: 5, max: 1440, step: 5 },
          path: 'slotIntervalMinutes',
          label: 'A start time every',
        },
      ],
    },
    {
      title: 'Assignment',
      lead: 'Who takes a visit, and how long they have to answer.',
      fields: [
        {
          kind: 'choice',
          path: 'assignmentMethod',
          label: 'How visits are assigned',
          required: true,
          choices: [
            { value: 'direct', label: 'Assign without asking' },
            { value: 'request', label: 'Ask one person' },
            { value: 'broadcast', label: 'Ask several; the first to accept gets it' },
          ],
        },
        {
          ...{ kind: 'number', unit: 'hours', min: 1, max: 336 },
          path: 'respondWithinHours',
          label: 'An offer expires after',
        },
        {
          ...{ kind: 'number', unit: 'hours', min: 1, max: 336 },
          path: 'escalateAfterHours',
          label: 'Alert the office after',
          hint: 'When an offer has no answer by then. Leave empty for no alert.',
        },
        {
          kind: 'switch',
          path: 'askNextCandidate',
          label: 'Ask the next free person when an offer expires',
        },
        {
          kind: 'lines',
          path: 'declineReasons',
          label: 'Reasons to choose from when declining',
          hint: 'One per line, 20 at most.',
        },
        {
          kind: 'switch',
          path: 'tellCustomerWhenDeclined',
          label: 'Tell the customer when the person assigned can’t come',
        },
      ],
    },
    {
      title: 'Travel between visits',
      lead: 'Counted where both places are on the map.',
      fields: [
        { kind: 'switch', path: 'travel.considered', label: 'Allow travel time' },
        {
          ...{ kind: 'number', unit: 'km/h', min: 5, max: 130 },
          path: 'travel.speedKmh',
          label: 'Average speed',
        },
        {
          ...{ kind: 'number', unit: '× straight line', min: 1, max: 3, step: 0.1 },
          path: 'travel.roadFactor',
          label: 'Road distance factor',
        },
      ],
    },
    {
      title: 'Bookings',
      fields: [
        {
          kind: 'text',
          path: 'numberPrefix',
          label: 'Booking numbers begin with',
          maxLength: 8,
          hint: 'For new bookings, for example B-1042.',
        },
        {
          kind: 'switch',
          path: 'finishCompletesBooking',
          label: 'Finishing the last visit completes the booking',
        },
        {
          kind: 'switch',
          path: 'staffCancelReasonRequired',
          label: 'The office gives a reason when it cancels',
        },
      ],
    },
  ],
}
