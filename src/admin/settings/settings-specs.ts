import { billing } from './billing-settings.ts'
import { bookingRules } from './booking-settings.ts'
import { companySettings } from './company-settings.ts'
import { customerPortal } from './portal-settings.ts'
import type { SettingsSpec } from './settings-spec.ts'

export type SettingsSlug = 'booking-settings' | 'company' | 'financial-settings' | 'portal-settings'

/** The pages of settings, by the global that each one shows. */
export const settingsSpecs: Readonly<Record<SettingsSlug, SettingsSpec>> = {
  'booking-settings': bookingRules,
  company: companySettings,
  'financial-settings': billing,
  'portal-settings': customerPortal,
}
