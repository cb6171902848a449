import type { CollectionConfig } from 'payload'

/** The bookings' own list and page in the panel. */
export const bookingsAdmin: NonNullable<CollectionConfig['admin']> = {
  hideAPIURL: true,
  components: {
    views: {
      list: { Component: 'fieldbook/admin/bookings/bookings-list#BookingsList' },
      edit: { root: { Component: 'fieldbook/admin/bookings/booking-page#BookingPage' } },
    },
  },
}
