export const tabKeys = [
  'upcoming',
  'past',
  'pending-approval',
  'pending-confirmation',
  'pending-acceptance',
  'awaiting-update',
  'not-assigned',
  'declined',
] as const

export type TabKey = (typeof tabKeys)[number]

export type BookingTab = {
  key: TabKey
  label: string
  /** What somebody does with the bookings in it. */
  purpose: string
  /** Its bookings wait for the office. */
  isHot: boolean
  /** Field to sort by; descending with a leading minus. */
  sort: string
}

const tab = (
  key: TabKey,
  label: string,
  purpose: string,
  { isHot = true, sort = 'startsAt' }: { isHot?: boolean; sort?: string } = {},
): BookingTab => ({ key, label, purpose, isHot, sort })

/** The eight tabs: live queries, never stored states; a booking may be in several. */
export const bookingTabs: readonly BookingTab[] = [
  tab('upcoming', 'Upcoming', 'Confirmed and still ahead.', { isHot: false }),
  tab('past', 'Past', 'Work that is done.', { isHot: false, sort: '-startsAt' }),
  tab('pending-approval', 'Pending approval', 'Waiting for office approval.'),
  tab('pending-confirmation', 'Pending confirmation', 'Waiting for the customer’s OK or deposit.'),
  tab('pending-acceptance', 'Pending acceptance', 'Waiting for the fieldworker to accept.'),
  tab('awaiting-update', 'Awaiting update', 'The visit is over, its notes or duties are not in.'),
  tab('not-assigned', 'Not assigned', 'Visits without a fieldworker. Find one and assign.'),
  tab('declined', 'Declined', 'A fieldworker said no. Tell the customer, or find another one.'),
]

/** The tabs that wait for the office, most pressing first. */
export const urgentTabs = [
  'not-assigned',
  'declined',
  'pending-acceptance',
  'pending-approval',
  'pending-confirmation',
  'awaiting-update',
] as const satisfies readonly TabKey[]
