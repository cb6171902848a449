import { Link } from '@payloadcms/ui'

const tabs = { overview: 'Overview', comments: 'Comments', history: 'History' } as const
export type BookingTab = keyof typeof tabs

/** Whether a query value names a tab of the booking page. */
export const isBookingTab = (value: unknown): value is BookingTab =>
  typeof value === 'string' && value in tabs

/** The tabs of the booking page, as links, so that each has its own address. */
export const BookingTabs = ({ current, href }: { current: BookingTab; href: string }) => (
  <nav aria-label="Parts of the booking" className="fb-tabs">
    {Object.entries(tabs).map(([key, label]) => (
      <Link
        prefetch={false}
        aria-current={key === current ? 'page' : undefined}
        className="fb-tabs__tab"
        href={key === 'overview' ? href : `${href}?tab=${key}`}
        key={key}
      >
        {label}
      </Link>
    ))}
  </nav>
)
