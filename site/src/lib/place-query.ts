import type { Draft } from './draft.ts'
import type { PlaceChoice } from './place-choices.ts'

/** The chosen place as the slot search and a hold ask for it. */
export const placeQuery = (place: PlaceChoice, draft: Draft) => {
  if (place.kind === 'mobile') return { postcode: draft['address.postcode'] ?? '' }
  return place.kind === 'fixed' ? { location: place.value } : {}
}
