import type { CollectionConfig } from 'payload'

/** The services' own list and page in the panel. */
export const servicesAdmin: NonNullable<CollectionConfig['admin']> = {
  hideAPIURL: true,
  components: {
    views: {
      list: { Component: 'fieldbook/admin/catalogue/services/services-list#ServicesList' },
      edit: { root: { Component: 'fieldbook/admin/catalogue/services/service-page#ServicePage' } },
    },
  },
}
