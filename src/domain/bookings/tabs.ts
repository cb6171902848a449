type Tab = {
  label: string
  /** What somebody does with the bookings in it. */
  purpose: string
  /** What its list says when there is nothing in it. */
  empty: string
  /** Its bookings wait for the office. */
  isHot?: boolean
  /** Field to sort by; descending with a leading minus. */
  sort?: string
}

const tabs = {
  upcoming: {
    label: 'Upcoming',
    purpose: 'Confirmed and still ahead.',
    empty: 'No visits ahead. Book one, and it appears here.',
    isHot: false,
  },
  past: {
    label: 'Past',
    purpose: 'Work that is done.',
    empty: 'No finished work yet.',
    isHot: false,
    sort: '-startsAt',
  },
  'pending-approval': {
    label: 'Pending approval',
    purpose: 'Waiting for office approval.',
    empty: 'Nothing waits for approval.',
  },
  'pending-confirmation': {
    label: 'Pending confirmation',
    purpose: 'Waiting for the customer’s OK or deposit.',
    empty: 'No booking waits for its customer’s OK or a deposit.',
  },
  'pending-acceptance': {
    label: 'Pending acceptance',
    purpose: 'Waiting for the fieldworker to accept.',
    empty: 'Every offer has been answered.',
  },
  'awaiting-update': {
    label: 'Awaiting update',
    purpose: 'The visit is over, its notes or duties are not in.',
    empty: 'Every past visit has its notes and duties.',
  },
  'not-assigned': {
    label: 'Not assigned',
    purpose: 'Visits without a fieldworker. Find one and assign.',
    empty: 'Every visit is assigned.',
  },
  declined: {
    label: 'Declined',
    purpose: 'A fieldworker said no. Tell the customer, or find another one.',
    empty: 'No declined visits.',
  },
} as const satisfies Record<string, Tab>

export type TabKey = keyof typeof tabs

export type BookingTab = Required<Tab> & { key: TabKey }

export const tabKeys = Object.keys(tabs) as TabKey[]

/** The eight tabs: live queries, never stored states; a booking may be in several. */
export const bookingTabs: readonly BookingTab[] = tabKeys.map((key) => ({
  ...{ key, isHot: true, sort: 'startsAt' },
  ...tabs[key],
}))

/** The tabs that wait for the office, most pressing first. */
export const urgentTabs = [
  'not-assigned',
  'declined',
  'pending-acceptance',
  'pending-approval',
  'pending-confirmation',
  'awaiting-update',
] as const satisfies readonly TabKey[]
