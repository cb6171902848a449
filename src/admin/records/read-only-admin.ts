import type { CollectionConfig } from 'payload'

/** List and page of records that the product writes itself: they are read, never edited. */
export const readOnlyAdmin: NonNullable<CollectionConfig['admin']> = {
  hideAPIURL: true,
  components: {
    views: {
      list: { Component: 'fieldbook/admin/records/records-list#RecordsList' },
      edit: { root: { Component: 'fieldbook/admin/records/record-page#RecordPage' } },
    },
  },
}
