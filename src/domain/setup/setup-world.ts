import type { ListedFee } from '../money/fee-list.ts'
import type { Area } from '../scheduling/places.ts'
import type { WorkingHours } from '../scheduling/working-hours.ts'

export type SetupService = {
  id: string
  name: string
  active: boolean
  bookable: boolean
  mode: 'instant' | 'request'
  durationMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  noticeMinutes: number
  horizonDays: number
  crewSize: number
  skills: readonly string[]
  /** Of the business, where it is done; none means all. */
  locations: readonly string[]
  locationTypes: readonly ('fixed' | 'mobile' | 'remote')[]
}

export type SetupPerson = WorkingHours & {
  id: string
  name: string
  active: boolean
  blocked: boolean
  services: readonly string[]
  skills: readonly string[]
  areas: readonly string[]
  locations: readonly string[]
}

/** Without hours and exceptions it is always open. */
export type SetupLocation = WorkingHours & { id: string; name: string }

export type SetupArea = Area & { name: string }

export type SetupUser = {
  id: string
  name: string
  kind: string
  active: boolean
  /** Permissions of the role; null where the account has none that still exists. */
  permissions: readonly string[] | null
  fieldworker: string | null
}

export type SetupKey = {
  id: string
  name: string
  active: boolean
  /** Epoch ms; null for a key without an end. */
  expiresAt: number | null
  scopes: readonly string[]
  hasRole: boolean
}

export type SetupRole = {
  id: string
  name: string
  kind: string
  permissions: readonly string[]
  /** How many active accounts and keys have it. */
  used: number
}

export type SetupSettings = {
  assignmentMethod: string
  respondWithinHours: number
  escalateAfterHours: number
  declineReasons: readonly string[]
  bookingEnabled: boolean
  customersMayCancel: boolean
  cancelFeeAutomatic: boolean
  cancelNoticeHours: number
  /** In minor units. */
  cancellationFeeAmount: number
  cancellationFees: readonly ListedFee[]
}

/** Everything that a company has set up, as far as something in it could never work. */
export type SetupWorld = {
  company: { name: string; email: string | null; phone: string | null }
  settings: SetupSettings
  services: readonly SetupService[]
  /** Everybody who is not deleted. */
  people: readonly (SetupPerson & { hasLogin: boolean; email: string | null })[]
  /** The active ones. */
  locations: readonly SetupLocation[]
  /** The active ones. */
  areas: readonly SetupArea[]
  skills: readonly { id: string; name: string }[]
  roles: readonly SetupRole[]
  users: readonly SetupUser[]
  keys: readonly SetupKey[]
}
