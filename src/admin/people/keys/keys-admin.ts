import type { CollectionConfig } from 'payload'

/** The list and page of API keys in the panel. */
export const keysAdmin: NonNullable<CollectionConfig['admin']> = {
  hideAPIURL: true,
  components: {
    views: {
      list: { Component: 'fieldbook/admin/people/keys/key-list#KeyList' },
      edit: { root: { Component: 'fieldbook/admin/people/keys/key-page#KeyPage' } },
    },
  },
}
