import { Link } from '@payloadcms/ui'
import { type ListQuery, listHref } from './list-query.ts'
import type { TabView } from './load-tabs.ts'

type ListTabsProps = {
  base: string
  tabs: TabView[]
  query: ListQuery
  deleted: boolean
  /** Whether the Deleted list is open to the reader. */
  mayDelete: boolean
}

/** The status tabs with live counts; a booking may be in several. */
export const ListTabs = ({ base, tabs, query, deleted, mayDelete }: ListTabsProps) => (
  <nav aria-label="Bookings by what is needed next" className="fb-tabs">
    {tabs.map(({ key, label, count, late, hot }) => (
      <Link
        prefetch={false}
        aria-current={!deleted && query.tab === key ? 'page' : undefined}
        className="fb-tabs__tab"
        href={listHref(base, query, { tab: key, status: '' })}
        key={key}
      >
        {label}{' '}
        {count === undefined ? null : (
          <span className={`fb-count ${hot && count > 0 ? 'fb-count--hot' : ''}`}>{count}</span>
        )}
        {late ? <span className="fb-tabs__late">({late} late)</span> : null}
      </Link>
    ))}
    {mayDelete ? (
      <Link
        prefetch={false}
        aria-current={deleted ? 'page' : undefined}
        className="fb-tabs__tab"
        href={`${base}/trash`}
      >
        Deleted
      </Link>
    ) : null}
  </nav>
)
