import type { BookingDraft, LocationChoice, ServiceChoice } from './booking-draft.ts'

/** What the page gives the wizard. */
export type WizardProps = {
  services: ServiceChoice[]
  locations: LocationChoice[]
  currency: string
  timezone: string
  admin: string
  /** Id of the account that takes the booking. */
  user: string
  customerId: string
  /** What a link brings along, from the finder say. */
  begun: Partial<BookingDraft>
  mayAssign: boolean
  mayLeaveOpen: boolean
  maySearch: boolean
}
