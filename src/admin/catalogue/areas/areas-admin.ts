import type { CollectionConfig } from 'payload'

/** The areas' own list and page in the panel. */
export const areasAdmin: NonNullable<CollectionConfig['admin']> = {
  hideAPIURL: true,
  components: {
    views: {
      list: { Component: 'fieldbook/admin/catalogue/areas/areas-list#AreasList' },
      edit: { root: { Component: 'fieldbook/admin/catalogue/areas/area-page#AreaPage' } },
    },
  },
}
