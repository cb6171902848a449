import type { CollectionConfig } from 'payload'

/** The list and page of time off in the panel. */
export const timeOffAdmin: NonNullable<CollectionConfig['admin']> = {
  hideAPIURL: true,
  components: {
    views: {
      list: { Component: 'fieldbook/admin/scheduling/time-off/time-off-list#TimeOffList' },
      edit: {
        root: { Component: 'fieldbook/admin/scheduling/time-off/time-off-page#TimeOffPage' },
      },
    },
  },
}
