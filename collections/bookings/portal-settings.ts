import { settingsAdmin } from '../../src/admin/settings/settings-admin.ts'
import { securedGlobal } from '../../src/access/global-access.ts'
import { pageOriginsField } from '../../src/fields/page-origins-field.ts'
import { settingsHooks } from '../../src/hooks/records/settings-hooks.ts'

export const portalSettings = securedGlobal({
  slug: 'portal-settings',
  label: 'Customer portal',
  admin: settingsAdmin,
  hooks: settingsHooks,
  fields: [
    { name: 'bookingEnabled', type: 'checkbox', defaultValue: true },
    { name: 'customersMayCancel', type: 'checkbox', defaultValue: true },
    { name: 'cancelNoticeHours', type: 'number', min: 0, max: 720, defaultValue: 24 },
    {
      name: 'cancelFeeAutomatic',
      label: 'Charge the fee for a late cancellation',
      type: 'checkbox',
      defaultValue: false,
    },
    { name: 'customersMayReschedule', type: 'checkbox', defaultValue: false },
    { name: 'rescheduleNoticeHours', type: 'number', min: 0, max: 720, defaultValue: 24 },
    {
      name: 'customersMayRepeat',
      label: 'Customers may book repeating visits',
      type: 'checkbox',
      defaultValue: false,
    },
    { name: 'showFieldworkerName', type: 'checkbox', defaultValue: true },
    { name: 'intro', type: 'textarea' },
    pageOriginsField,
  ],
})
