import type { CollectionConfig } from 'payload'

/** The customers' own list and page in the panel. */
export const customersAdmin: NonNullable<CollectionConfig['admin']> = {
  hideAPIURL: true,
  components: {
    views: {
      list: { Component: 'fieldbook/admin/people/customers/customers-list#CustomersList' },
      edit: { root: { Component: 'fieldbook/admin/people/customers/customer-page#CustomerPage' } },
    },
  },
}
