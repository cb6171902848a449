import type { Refusal } from '../../ui/call-api.ts'

/** The details of a booking as the form holds them. */
export type DetailsValue = {
  internal: string
  customer: string
  contact: string
  address: string
  owner: string
  labels: string[]
}

/** How to reach the customer about one booking. */
export type ContactDetails = { name: string; phone: string; email: string }

/** Of the contact details, those that differ; an empty one is none. */
export const contactChanges = (
  before: ContactDetails,
  after: ContactDetails,
): Partial<Record<keyof ContactDetails, string | null>> => {
  const fields = ['name', 'phone', 'email'] as const
  const changed = fields.filter((field) => before[field].trim() !== after[field].trim())
  return Object.fromEntries(changed.map((field) => [field, after[field].trim() || null]))
}

/** A field that somebody else saved meanwhile. */
export type Difference = { field?: string; yours?: unknown; theirs?: unknown; current?: unknown }

/** What to send: the fields that differ. */
export const changesOf = (before: DetailsValue, after: DetailsValue) => ({
  ...(before.internal !== after.internal || before.customer !== after.customer
    ? { notes: { internal: after.internal, customer: after.customer } }
    : {}),
  ...(before.contact === after.contact ? {} : { contact: after.contact || null }),
  ...(before.address === after.address ? {} : { address: after.address || null }),
  ...(before.owner === after.owner ? {} : { owner: after.owner || null }),
  ...(before.labels.join() === after.labels.join() ? {} : { labels: after.labels }),
})

/** What the refusal of a stale version says about each field. */
export const differencesOf = (errors: Refusal[]): Difference[] => {
  const stale = errors.find((error) => error.code === 'stale-version')
  const details = stale?.details
  const list = Array.isArray(details)
    ? details
    : (details as { differences?: unknown; fields?: unknown } | undefined)?.differences
  return Array.isArray(list) ? (list as Difference[]) : []
}
