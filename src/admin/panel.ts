import type { Config } from 'payload'

/** The panel as a product: brand, home page, own views, navigation links. Spread into `admin` of the config. */
export const panel: NonNullable<Config['admin']> = {
  avatar: 'default',
  dateFormat: 'EEE d MMM yyyy, h:mm a zzz',
  meta: {
    titleSuffix: ' · Fieldbook',
    description: 'Field-service bookings, dispatch and people.',
  },
  components: {
    graphics: {
      Logo: 'fieldbook/admin/shell/brand#Logo',
      Icon: 'fieldbook/admin/shell/brand#Icon',
    },
    beforeLogin: ['fieldbook/admin/shell/sign-in-title#SignInTitle'],
    actions: [
      'fieldbook/admin/shell/search/search-box#SearchBox',
      'fieldbook/admin/shell/bell/bell#Bell',
    ],
    Nav: 'fieldbook/admin/shell/rail/rail#Rail',
    providers: ['fieldbook/admin/shell/panel-frame#PanelFrame'],
    views: {
      dashboard: { Component: 'fieldbook/admin/shell/home#Home' },
      unauthorized: { Component: 'fieldbook/admin/shell/other-door#OtherDoor' },
      settings: {
        path: '/settings',
        exact: true,
        Component: 'fieldbook/admin/settings/settings#Settings',
        meta: { title: 'Settings' },
      },
      newBooking: {
        path: '/new-booking',
        exact: true,
        Component: 'fieldbook/admin/bookings/new/new-booking#NewBooking',
        meta: { title: 'New booking' },
      },
      dispatch: {
        path: '/dispatch',
        exact: true,
        Component: 'fieldbook/admin/scheduling/board/dispatch#Dispatch',
        meta: { title: 'Dispatch' },
      },
      findTime: {
        path: '/find-a-time',
        exact: true,
        Component: 'fieldbook/admin/scheduling/finder/find-a-time#FindATime',
        meta: { title: 'Find a time' },
      },
      calendar: {
        path: '/calendar',
        exact: true,
        Component: 'fieldbook/admin/scheduling/calendar/calendar#Calendar',
        meta: { title: 'Calendar' },
      },
      setupCheck: {
        path: '/setup-check',
        exact: true,
        Component: 'fieldbook/admin/setup/setup-check#SetupCheck',
        meta: { title: 'Setup check' },
      },
      start: {
        path: '/start',
        exact: true,
        Component: 'fieldbook/admin/setup/start/start#Start',
        meta: { title: 'Start my company' },
      },
      outbox: {
        path: '/outbox',
        exact: true,
        Component: 'fieldbook/admin/messages/outbox#Outbox',
        meta: { title: 'Outbox' },
      },
    },
  },
}
