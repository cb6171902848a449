import type { BookingDraft, DraftAddress } from './booking-draft.ts'

export type AddressOnFile = { id: string; label?: string | null } & {
  [Key in keyof DraftAddress]?: string | null
}

/** Path of the addresses on file of a customer. */
export const addressesPath = (customer: string): string => {
  const query = new URLSearchParams({ limit: '20', depth: '0' })
  query.set('where[customer][equals]', customer)
  return `/api/addresses?${query}`
}

const fromFile = (one: AddressOnFile): DraftAddress => ({
  line1: one.line1 ?? '',
  line2: one.line2 ?? '',
  suburb: one.suburb ?? '',
  postcode: one.postcode ?? '',
  region: one.region ?? '',
  accessNotes: one.accessNotes ?? '',
})

/** The draft at an address on file; a time chosen for another postcode is chosen anew. */
export const atAddress = (draft: BookingDraft, one: AddressOnFile): Partial<BookingDraft> => {
  const address = fromFile(one)
  const isSamePlace = draft.at === 'location' || draft.address.postcode === address.postcode
  return { addressId: one.id, address, ...(isSamePlace ? {} : { start: '' }) }
}

/** The one address that a customer has, unless another was chosen or typed. */
export const atOnlyAddress = (
  draft: BookingDraft,
  onFile: readonly AddressOnFile[],
): Partial<BookingDraft> => {
  const [only, ...others] = onFile
  const isGiven = draft.addressId !== '' || draft.address.line1.trim() !== ''
  return only && others.length === 0 && !isGiven ? atAddress(draft, only) : {}
}
