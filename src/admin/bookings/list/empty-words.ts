import { bookingTabs } from '../../../domain/bookings/tabs.ts'

/** What an empty list means: nothing to do in its tab, or nothing that the filters let through. */
export const emptyWords = (
  tab: string,
  { isFiltered, isTrash }: { isFiltered: boolean; isTrash: boolean },
): string => {
  if (isFiltered) return 'No bookings match. Change the search or the filters.'
  if (isTrash) return 'No deleted bookings.'
  return bookingTabs.find(({ key }) => key === tab)?.empty ?? 'No bookings yet.'
}
