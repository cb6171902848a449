import { Link, SetStepNav } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { durationWords } from '../../bookings/duration-words.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { listAddressOf } from '../../ui/list-address.ts'
import { ListFoot } from '../../ui/list-foot.tsx'
import { ListSearch } from '../../ui/list-search.tsx'
import { loadCompany } from '../../ui/load-company.ts'
import { requestOf } from '../../ui/request-of.ts'
import { loadServices, type ServiceRow } from './load-services.ts'
import { ServiceStatePill } from './service-state-pill.tsx'

type TableProps = { rows: ServiceRow[]; base: string; seesPeople: boolean; showMoney: boolean }

const ServicesTable = ({ rows, base, seesPeople, showMoney }: TableProps) => (
  <div className="fb-card fb-scroll">
    <table className="fb-table fb-records">
      <thead>
        <tr>
          <th>Service</th>
          <th>Duration</th>
          {showMoney ? <th>Price</th> : null}
          {seesPeople ? <th>Who can do it</th> : null}
          <th>State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, category, durationMinutes, price, people, state, booking }) => (
          <tr key={id}>
            <td>
              <Link className="fb-rowlink" href={`${base}/${id}`} prefetch={false}>
                {name}
              </Link>
              {category ? <span className="fb-hint fb-block">{category}</span> : null}
            </td>
            <td className="fb-nowrap">{durationWords(durationMinutes)}</td>
            {showMoney ? <td className="fb-nowrap">{price}</td> : null}
            {seesPeople ? <td>{people.join(', ') || 'No one yet'}</td> : null}
            <td>
              <ServiceStatePill state={state} />
              <span className="fb-hint fb-block">{booking}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** The services, by name: what each takes and costs, who can do it, and whether it is live. */
export const ServicesList = async (view: ListViewServerProps) => {
  const { payload, searchParams, viewType } = view
  const req = await requestOf(payload)
  if (!req.user) return null
  const actor = await actorOf(req)
  const [mayEdit, deleted] = [may(actor, 'catalogue.edit'), viewType === 'trash']
  if (deleted && !mayEdit)
    return <RefusedPage permission="catalogue.edit" what="the deleted services" />
  const { currency } = await loadCompany(req)
  const list = `${payload.config.routes.admin}/collections/services`
  const base = deleted ? `${list}/trash` : list
  const address = listAddressOf(searchParams)
  const seesPeople = may(actor, 'fieldworker.view')
  const asked = { address, currency, trash: deleted, seesPeople }
  const { rows, total, pages } = await loadServices(req, asked)
  const none = deleted ? 'No deleted services.' : 'No services yet. Add what customers can book.'
  return (
    <Page
      actions={
        mayEdit ? (
          <>
            <Link className="fb-button" href={deleted ? list : `${list}/trash`} prefetch={false}>
              {deleted ? 'All services' : 'Deleted'}
            </Link>
            {deleted ? null : (
              <Link
                className="fb-button fb-button--primary"
                href={`${list}/create`}
                prefetch={false}
              >
                <Glyph name="plus" /> New service
              </Link>
            )}
          </>
        ) : null
      }
      title={deleted ? 'Deleted services' : 'Services'}
    >
      <SetStepNav nav={[{ label: 'Services' }]} />
      <ListSearch address={address} base={base} placeholder="Name, category or description" />
      {rows.length === 0 ? (
        <p className="fb-card fb-empty">
          {address.q ? `No service matches “${address.q}”.` : none}
        </p>
      ) : (
        <ServicesTable
          base={base}
          rows={rows}
          seesPeople={seesPeople}
          showMoney={may(actor, 'price.view')}
        />
      )}
      <ListFoot
        address={address}
        base={base}
        noun={['service', 'services']}
        pages={pages}
        total={total}
      />
    </Page>
  )
}
