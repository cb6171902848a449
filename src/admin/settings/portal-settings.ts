import type { SettingsSpec } from './settings-spec.ts'

export const customerPortal: SettingsSpec = {
  title: 'Customer portal',
  lead: 'What customers see and may do online. Each switch acts at once, also on links already sent.',
  cards: [
    {
      title: 'Booking online',
      fields: [
        {
          kind: 'switch',
          path: 'bookingEnabled',
          label: 'Customers book on the website and in the widget',
        },
        {
          kind: 'switch',
          path: 'customersMayRepeat',
          label: 'Customers may book repeating visits',
        },
        {
          kind: 'long-text',
          path: 'intro',
          label: 'Introduction on the home page',
          hint: 'A sentence or two in your own words.',
        },
      ],
    },
    {
      title: 'Cancelling',
      fields: [
        { kind: 'switch', path: 'customersMayCancel', label: 'Customers may cancel' },
        {
          ...{ kind: 'number', unit: 'hours before', min: 0, max: 720 },
          path: 'cancelNoticeHours',
          label: 'Free until',
        },
        {
          kind: 'switch',
          path: 'cancelFeeAutomatic',
          label: 'Charge the cancellation fee after that',
          hint: 'The amount is set under Billing & tax.',
        },
      ],
    },
    {
      title: 'Changing the time',
      fields: [
        {
          kind: 'switch',
          path: 'customersMayReschedule',
          label: 'Customers may move their visits',
        },
        {
          ...{ kind: 'number', unit: 'hours before', min: 0, max: 720 },
          path: 'rescheduleNoticeHours',
          label: 'Until',
          hint: 'Later than that they are asked to call.',
        },
      ],
    },
    {
      title: 'What customers see',
      fields: [
        {
          kind: 'switch',
          path: 'showFieldworkerName',
          label: 'The name of the person who comes',
        },
        {
          kind: 'lines',
          path: 'widgetOrigins',
          label: 'Websites that may embed the booking widget',
          placeholder: 'https://www.example.org',
          hint: 'One per line. A star (*) allows every website; none listed, only this one. /demo/widget shows the lines to copy.',
        },
      ],
    },
  ],
}
