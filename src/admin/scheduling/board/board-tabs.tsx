'use client'
import { Link } from '@payloadcms/ui'
import { urgentTabs } from '../../../domain/bookings/tabs.ts'
import type { TabCount } from './board-context.ts'

/** As dispatch goes through them; what is past waits for nobody. */
const order = ['upcoming', ...urgentTabs]

/** All bookings by what they need next, whatever day is shown; each count opens its list. */
export const BoardTabs = ({ admin, tabs }: { admin: string; tabs: TabCount[] }) => (
  <nav aria-label="Bookings by what is needed next" className="fb-counts">
    {order.map((key) => {
      const tab = tabs.find((one) => one.key === key)
      if (!tab) return null
      const count = tab.count ?? 0
      return (
        <Link
          prefetch={false}
          className="fb-counts__tab"
          data-none={count === 0 || undefined}
          href={`${admin}/collections/bookings?tab=${key}`}
          key={key}
        >
          {tab.label} <strong>{count}</strong>
          {tab.late ? <span className="fb-counts__late">({tab.late} late)</span> : null}
        </Link>
      )
    })}
  </nav>
)
