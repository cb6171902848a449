type Place = { address: string | null; suburb: string | null; location: string | null }

/** Where a visit is, in one line; without the right to the whole address, its suburb. */
export const placeOfVisit = (
  { address, suburb, location }: Place,
  { isWhole = true }: { isWhole?: boolean } = {},
): string => location ?? (isWhole ? address : suburb) ?? 'As agreed'
