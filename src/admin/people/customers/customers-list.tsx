import { Link, SetStepNav } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { listAddressOf } from '../../ui/list-address.ts'
import { ListFoot } from '../../ui/list-foot.tsx'
import { ListSearch } from '../../ui/list-search.tsx'
import { loadCompany } from '../../ui/load-company.ts'
import { requestOf } from '../../ui/request-of.ts'
import { momentIn } from '../../ui/zoned-time.ts'
import { type CustomerRow, loadCustomers } from './load-customers.ts'

type TableProps = { rows: CustomerRow[]; admin: string; base: string }

const CustomersTable = ({ rows, admin, base }: TableProps) => (
  <div className="fb-card fb-scroll">
    <table className="fb-table fb-records">
      <thead>
        <tr>
          <th>Name</th>
          <th>Phone</th>
          <th>Email</th>
          <th>Suburb</th>
          <th>Next booking</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, company, phone, email, town, isActive, next }) => (
          <tr key={id}>
            <td>
              <Link className="fb-rowlink" href={`${base}/${id}`} prefetch={false}>
                {name}
              </Link>{' '}
              {isActive ? null : <span className="fb-pill">Inactive</span>}
              {company && company !== name ? (
                <span className="fb-hint fb-block">{company}</span>
              ) : null}
            </td>
            <td className="fb-nowrap">{phone}</td>
            <td>{email}</td>
            <td>{town}</td>
            <td>
              {next ? (
                <Link
                  className="fb-link"
                  href={`${admin}/collections/bookings/${next.id}`}
                  prefetch={false}
                >
                  {momentIn(next.startsAt, next.zone)}
                </Link>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const emptyWords = (q: string, deleted: boolean): string => {
  if (q) return `No customer matches “${q}”. Try part of a name, a phone number or a suburb.`
  return deleted ? 'No deleted customers.' : 'No customers here yet.'
}

const shows = [
  { value: '', label: 'All customers' },
  { value: 'inactive', label: 'Inactive only' },
]

/** The customers, by name; search finds name, company, phone, email and address. */
export const CustomersList = async (view: ListViewServerProps) => {
  const { payload, searchParams, viewType } = view
  const req = await requestOf(payload)
  if (!req.user) return null
  const actor = await actorOf(req)
  const deleted = viewType === 'trash'
  if (!may(actor, 'customer.view'))
    return <RefusedPage permission="customer.view" what="the customers" />
  if (deleted && !may(actor, 'settings.edit'))
    return <RefusedPage permission="settings.edit" what="the deleted customers" />
  await loadCompany(req)
  const { admin } = payload.config.routes
  const list = `${admin}/collections/customers`
  const base = deleted ? `${list}/trash` : list
  const address = listAddressOf(searchParams)
  const { rows, total, pages } = await loadCustomers(req, { actor, address, trash: deleted })
  return (
    <Page
      actions={
        <>
          {may(actor, 'settings.edit') ? (
            <Link className="fb-button" href={deleted ? list : `${list}/trash`} prefetch={false}>
              {deleted ? 'All customers' : 'Deleted'}
            </Link>
          ) : null}
          {may(actor, 'customer.edit') && !deleted ? (
            <Link className="fb-button fb-button--primary" href={`${list}/create`} prefetch={false}>
              <Glyph name="plus" /> New customer
            </Link>
          ) : null}
        </>
      }
      title={deleted ? 'Deleted customers' : 'Customers'}
    >
      <SetStepNav nav={[{ label: 'Customers' }]} />
      <ListSearch
        address={address}
        base={base}
        placeholder="Name, company, phone, email or suburb"
        shows={shows}
      />
      {rows.length === 0 ? (
        <p className="fb-card fb-empty">{emptyWords(address.q, deleted)}</p>
      ) : (
        <CustomersTable admin={admin} base={base} rows={rows} />
      )}
      <ListFoot
        address={address}
        base={base}
        noun={['customer', 'customers']}
        pages={pages}
        total={total}
      />
    </Page>
  )
}
