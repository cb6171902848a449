import type { TabKey } from '../../../domain/bookings/tabs.ts'

const empty: Record<TabKey, string> = {
  upcoming: 'No visits ahead. Book one, and it appears here.',
  past: 'No finished work yet.',
  'pending-approval': 'Nothing waits for approval.',
  'pending-confirmation': 'No booking waits for its customer’s OK or a deposit.',
  'pending-acceptance': 'Every offer has been answered.',
  'awaiting-update': 'Every past visit has its notes and duties.',
  'not-assigned': 'Every visit is assigned.',
  declined: 'No declined visits.',
}

const listed: Record<string, string> = empty

/** What an empty list means: nothing to do in its tab, or nothing that the filters let through. */
export const emptyWords = (
  tab: string,
  { isFiltered, isTrash }: { isFiltered: boolean; isTrash: boolean },
): string => {
  if (isFiltered) return 'No bookings match. Change the search or the filters.'
  if (isTrash) return 'No deleted bookings.'
  return listed[tab] ?? 'No bookings yet.'
}
