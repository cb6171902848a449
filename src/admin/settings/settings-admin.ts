import type { GlobalConfig } from 'payload'

/** The page of a global of settings in the panel. */
export const settingsAdmin: NonNullable<GlobalConfig['admin']> = {
  group: 'Settings',
  hideAPIURL: true,
  components: {
    views: {
      edit: { root: { Component: 'fieldbook/admin/settings/settings-page#SettingsPage' } },
    },
  },
}
