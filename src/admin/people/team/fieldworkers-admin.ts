import type { CollectionConfig } from 'payload'

/** The team's own list and page in the panel. */
export const fieldworkersAdmin: NonNullable<CollectionConfig['admin']> = {
  hideAPIURL: true,
  components: {
    views: {
      list: { Component: 'fieldbook/admin/people/team/team-list#TeamList' },
      edit: { root: { Component: 'fieldbook/admin/people/team/person-page#PersonPage' } },
    },
  },
}
