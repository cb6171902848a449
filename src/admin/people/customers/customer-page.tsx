import { SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { type Actor, actorOf, may } from '../../../access/actor.ts'
import { liveStatuses } from '../../../domain/bookings/states.ts'
import { loadRows } from '../../bookings/list/load-rows.ts'
import { HistoryPanel } from '../../bookings/page/history-panel.tsx'
import { MessageList } from '../../bookings/page/messages-card.tsx'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { loadCompany } from '../../ui/load-company.ts'
import { CustomerBookings } from './customer-bookings.tsx'
import { CustomerComments } from './customer-comments.tsx'
import { noDetails } from './customer-details.ts'
import { CustomerHead } from './customer-head.tsx'
import { DetailsForm } from './details-form.tsx'
import { type CustomerView, loadCustomer } from './load-customer.ts'
import { commentsAbout, historyOf, messagesWith } from './load-conversation.ts'
import { addressFields, contactFields, propertyFields } from './record-fields.ts'
import { RecordsCard } from './records-card.tsx'

type Req = DocumentViewServerProps['initPageResult']['req']
type Parts = { req: Req; actor: Actor; customer: CustomerView; admin: string }

const Bookings = async ({ req, actor, customer, admin }: Parts) => {
  if (!may(actor, 'booking.view-all')) return null
  const own = { customer: { equals: customer.id } }
  const live = [...liveStatuses]
  const [open, past] = await Promise.all([
    loadRows({
      ...{ req, sort: 'startsAt', limit: 20 },
      where: { and: [own, { status: { in: live } }] },
    }),
    loadRows({
      ...{ req, sort: '-startsAt', limit: 20 },
      where: { and: [own, { status: { not_in: live } }] },
    }),
  ])
  const shared = { admin, showMoney: may(actor, 'price.view') }
  return (
    <>
      <CustomerBookings
        {...shared}
        empty="Nothing booked at present."
        heading="Open bookings"
        rows={open.rows}
        total={open.total}
      />
      <CustomerBookings
        {...shared}
        empty="No bookings before."
        heading="Past bookings"
        rows={past.rows}
        total={past.total}
      />
    </>
  )
}

const Records = ({ customer, editable }: { customer: CustomerView; editable: boolean }) => {
  const shared = { customer: customer.id, editable }
  return (
    <>
      <RecordsCard
        {...shared}
        fields={addressFields}
        heading="Addresses"
        noun="address"
        records={customer.addresses}
        slug="addresses"
      />
      <RecordsCard
        {...shared}
        fields={contactFields}
        heading="Contacts"
        noun="contact"
        records={customer.contacts}
        slug="contacts"
      />
      <RecordsCard
        {...shared}
        fields={propertyFields(customer.addresses)}
        heading="Properties"
        noun="property"
        records={customer.properties}
        slug="properties"
      />
    </>
  )
}

const Conversation = async ({ req, actor, customer, admin }: Parts) => {
  const { currency, timezone: zone } = await loadCompany(req)
  const [messages, comments, acts] = await Promise.all([
    messagesWith(req, { actor, customer }),
    commentsAbout(req, { actor, customer }),
    historyOf(req, { ...{ actor, customer }, currency, zone }),
  ])
  return (
    <>
      {may(actor, 'comment.internal') ? (
        <CustomerComments admin={admin} comments={comments} zone={zone} />
      ) : null}
      {may(actor, 'deliveries.view') ? (
        <section aria-labelledby="messages-heading" className="fb-card">
          <div className="fb-card__head">
            <h2 id="messages-heading">Messages</h2>
          </div>
          {messages.length === 0 ? <p className="fb-empty">No messages sent yet.</p> : null}
          <div className="fb-card__body">
            <MessageList admin={admin} messages={messages} zone={zone} />
          </div>
        </section>
      ) : null}
      {may(actor, 'audit.view') ? <HistoryPanel acts={acts} zone={zone} /> : null}
    </>
  )
}

const NewCustomer = ({ admin }: { admin: string }) => (
  <Page lead="A name is enough; add a phone number or an email to reach them." title="New customer">
    <SetStepNav
      nav={[{ label: 'Customers', url: `${admin}/collections/customers` }, { label: 'New' }]}
    />
    <DetailsForm base={`${admin}/collections/customers`} editable value={noDetails} />
  </Page>
)

/** The one page of a customer; replaces the framework's form. */
export const CustomerPage = async (view: DocumentViewServerProps) => {
  const { req, docID } = view.initPageResult
  const { admin } = req.payload.config.routes
  const actor = await actorOf(req)
  const mayEdit = may(actor, 'customer.edit')
  if (!req.user || !may(actor, 'customer.view'))
    return <RefusedPage permission="customer.view" what="the customers" />
  if (!docID && !mayEdit) return <RefusedPage permission="customer.edit" what="adding customers" />
  if (!docID) return <NewCustomer admin={admin} />
  await loadCompany(req)
  const customer = await loadCustomer(req, { actor, id: String(docID) })
  if (!customer)
    return (
      <Page title="No such customer">
        <p className="fb-empty">The record does not exist, or you may not see it.</p>
      </Page>
    )
  const editable = mayEdit && !customer.deletedAt
  const { id, name, company, phoneWords: phone, email, notes, isActive } = customer
  const value = { name, company, phone, email, notes, isActive }
  const base = `${admin}/collections/customers`
  return (
    <main className="fb-page fb-customer">
      <SetStepNav nav={[{ label: 'Customers', url: base }, { label: name }]} />
      <CustomerHead
        admin={admin}
        customer={customer}
        mayBook={may(actor, 'booking.create')}
        mayDelete={may(actor, 'settings.edit')}
      />
      <div className="fb-booking__grid">
        <div className="fb-booking__main">
          <Bookings actor={actor} admin={admin} customer={customer} req={req} />
          <Conversation actor={actor} admin={admin} customer={customer} req={req} />
        </div>
        <div className="fb-side">
          <DetailsForm
            base={base}
            editable={editable}
            id={id}
            key={JSON.stringify(value)}
            value={value}
          />
          <Records customer={customer} editable={editable} />
        </div>
      </div>
    </main>
  )
}
