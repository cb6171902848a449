import type { CollectionConfig } from 'payload'

/** The list and page of roles in the panel. */
export const rolesAdmin: NonNullable<CollectionConfig['admin']> = {
  hideAPIURL: true,
  components: {
    views: {
      list: { Component: 'fieldbook/admin/people/roles/role-list#RoleList' },
      edit: { root: { Component: 'fieldbook/admin/people/roles/role-page#RolePage' } },
    },
  },
}
