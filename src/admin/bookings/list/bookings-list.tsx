import { Link, SetStepNav } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { NewBookingLink } from '../../shell/new-booking-link.tsx'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { requestOf } from '../../ui/request-of.ts'
import { loadSeveralTerms } from '../bulk/load-several-terms.ts'
import { BookingsTable } from './bookings-table.tsx'
import { customersFound } from './customers-found.ts'
import { emptyWords } from './empty-words.ts'
import { ListFilters } from './list-filters.tsx'
import { listFilter } from './list-filter.ts'
import { isFiltered, listHref, listQueryOf, unreadDates } from './list-query.ts'
import { sortField, sortHeaders } from './list-sort.ts'
import { inOwnWords } from '../../ui/team-word.ts'
import { ListTabs } from './list-tabs.tsx'
import { loadCompany } from '../../ui/load-company.ts'
import { loadRows } from './load-rows.ts'
import { tabFilter } from '../../../database/bookings/tab-filter.ts'
import { loadTabs } from './load-tabs.ts'

const pageSize = 25

/** The bookings list: tabs by what is needed next, filters in the address bar, one bulk bar. */
export const BookingsList = async (view: ListViewServerProps) => {
  const { payload, searchParams, viewType } = view
  const req = await requestOf(payload)
  if (!req.user) return null
  const actor = await actorOf(req)
  if (!may(actor, 'booking.view-all'))
    return <RefusedPage permission="booking.view-all" what="the bookings of the office" />
  const admin = payload.config.routes.admin
  const base = `${admin}/collections/bookings`
  const mayDelete = may(actor, 'booking.delete')
  const deleted = viewType === 'trash'
  if (deleted && !mayDelete)
    return <RefusedPage permission="booking.delete" what="the deleted bookings" />
  const [tabs, company] = await Promise.all([loadTabs(req), loadCompany(req)])
  const query = listQueryOf(
    searchParams ?? {},
    tabs.map(({ key }) => key),
  )
  const unread = unreadDates(searchParams ?? {})
  const tab = tabs.find(({ key }) => key === query.tab)
  const inTab = deleted
    ? { where: { deletedAt: { exists: true } }, sort: '-deletedAt' }
    : await tabFilter(req, query.tab)
  const customers = await customersFound(req, query.q)
  const { rows, total, pages } = await loadRows({
    req,
    where: { and: [inTab.where, listFilter(query, { zone: company.timezone, customers })] },
    sort: sortField(query.sort, inTab.sort),
    limit: pageSize,
    page: query.page,
    trash: deleted,
  })

  return (
    <Page
      actions={<NewBookingLink actor={actor} admin={admin} />}
      className="fb-list"
      lead={deleted ? 'They are kept, and each can be restored.' : tab && inOwnWords(tab.purpose)}
      title={deleted ? 'Deleted bookings' : 'Bookings'}
    >
      <SetStepNav nav={[{ label: 'Bookings' }]} />
      <ListTabs base={base} deleted={deleted} mayDelete={mayDelete} query={query} tabs={tabs} />
      <ListFilters base={deleted ? `${base}/trash` : base} query={query} />
      {unread ? (
        <p className="fb-notice fb-notice--warn" role="status">
          {unread}
        </p>
      ) : null}
      <BookingsTable
        admin={admin}
        cancelTerms={await loadSeveralTerms({ req, actor, currency: company.currency })}
        empty={emptyWords(query.tab, { isFiltered: isFiltered(query), isTrash: deleted })}
        key={`${query.tab}${query.page}${query.q}${query.sort}`}
        isBulk={!deleted && rows.some(({ moves }) => moves.length > 0)}
        headers={sortHeaders(deleted ? `${base}/trash` : base, query)}
        rows={rows}
        showMoney={may(actor, 'price.view')}
        showPeople={may(actor, 'fieldworker.view')}
      />
      <footer className="fb-list__foot">
        <span className="fb-muted">{total === 1 ? '1 booking' : `${total} bookings`}</span>
        {pages > 1 ? (
          <nav aria-label="Pages" className="fb-row">
            {query.page > 1 ? (
              <Link
                prefetch={false}
                className="fb-button fb-button--small"
                href={listHref(base, query, { page: query.page - 1 })}
              >
                Previous
              </Link>
            ) : null}
            <span>
              Page {query.page} of {pages}
            </span>
            {query.page < pages ? (
              <Link
                prefetch={false}
                className="fb-button fb-button--small"
                href={listHref(base, query, { page: query.page + 1 })}
              >
                Next
              </Link>
            ) : null}
          </nav>
        ) : null}
      </footer>
    </Page>
  )
}
