import type { CollectionConfig } from 'payload'

/** The bookings' own list and page in the panel. */
export const bookingsAdmin: NonNullable<CollectionConfig['admin']> = {
  hideAPIURL: true,
  components: {
    views: {
      list: { Component: 'fieldbook/admin/bookings/list/bookings-list#BookingsList' },
      edit: { root: { Component: 'fieldbook/admin/bookings/page/booking-page#BookingPage' } },
    },
  },
}
