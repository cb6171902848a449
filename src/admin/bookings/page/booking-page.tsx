import { SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { DocumentViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { companyCountry } from '../../../database/records/company-country.ts'
import { isLive, isOpenBooking } from '../../../domain/bookings/states.ts'
import { phoneInWords } from '../../../domain/people/phone.ts'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { Page } from '../../shell/page.tsx'
import { ActionBar } from './action-bar.tsx'
import type { CancelTerms } from './cancel-terms.ts'
import { StatusChoice } from './status-choice.tsx'
import { BookingHeader } from './booking-header.tsx'
import { BookingSide } from './booking-side.tsx'
import { BookingTabs, type BookingTab, isBookingTab } from './booking-tabs.tsx'
import type { BookingView, VisitView } from './booking-view.ts'
import { CommentsPanel } from './comments-panel.tsx'
import { ContactForm } from './contact-form.tsx'
import { DetailsForm } from './details-form.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { loadBookingChoices } from '../new/load-booking-choices.ts'
import { loadBooking } from './load-booking.ts'
import { loadCancelTerms } from './load-cancel-terms.ts'
import { loadComments } from './load-comments.ts'
import { loadDetailChoices } from './load-detail-choices.ts'
import { loadHistory } from './load-history.ts'
import { loadMessages } from './load-messages.ts'
import { VisitsPanel } from './visits-panel.tsx'

type Req = DocumentViewServerProps['initPageResult']['req']
type Actor = Awaited<ReturnType<typeof actorOf>>
type Parts = { req: Req; actor: Actor; booking: BookingView; terms: CancelTerms }

/** Lines are priced as the catalogue says, with tax or before it; the totals tell which. */
const taxWords = ({ lines, totals }: BookingView): string => {
  if (totals.tax === 0) return ''
  const priced = lines.reduce((sum, line) => sum + line.totalAmount, 0)
  return priced === totals.total ? 'incl. tax' : 'excl. tax'
}

/** Whether somebody has to be found for the visit before anything else. */
const isUnstaffed = (visit: VisitView) =>
  isLive(visit) && (visit.acceptance === 'declined' || visit.acceptance === 'unassigned')

const placeOf = ({ locationId, postcode }: BookingView) => ({ location: locationId, postcode })

const movingOf = (booking: BookingView) => {
  const open = booking.visits.filter(isLive)
  const [visit] = open
  if (!visit) return undefined
  const { version, series } = booking
  return { version, visit, others: open.length - 1, place: placeOf(booking), series }
}

/** What the buttons and the list of statuses need. */
const movable = ({ booking, terms }: Pick<Parts, 'booking' | 'terms'>) => ({
  ...{ id: booking.id, moves: booking.moves, needsReason: booking.needsReason, terms },
  moving: movingOf(booking),
})

const Overview = async ({ req, actor, booking, terms }: Parts) => {
  const mayAdd = isOpenBooking(booking) && may(actor, 'booking.edit')
  const [choices, catalogue] = await Promise.all([
    loadDetailChoices({ req, booking }),
    mayAdd ? loadBookingChoices(req) : undefined,
  ])
  return (
    <>
      <VisitsPanel
        adds={
          catalogue && {
            version: booking.version,
            services: catalogue.services,
            mayAssign: may(actor, 'booking.assign'),
          }
        }
        bookingId={booking.id}
        currency={booking.totals.currency}
        lineRights={{
          quantity: mayAdd,
          price: isOpenBooking(booking) && may(actor, 'price.edit') && may(actor, 'price.view'),
        }}
        lines={booking.lines}
        mayAnswer={may(actor, 'appointment.respond-on-behalf')}
        place={placeOf(booking)}
        showPrices={may(actor, 'price.view')}
        taxWords={taxWords(booking)}
        visits={booking.visits}
        zone={booking.timezone}
      />
      <ContactForm
        booking={booking.id}
        customer={booking.customer.id}
        editable={may(actor, 'booking.edit') && !booking.deletedAt}
        mayEditAccount={may(actor, 'customer.edit')}
        value={{
          name: booking.customer.name,
          phone: booking.customer.phone,
          email: booking.customer.email,
        }}
        version={booking.version}
      />
      <DetailsForm
        choices={choices}
        editable={may(actor, 'booking.edit') && !booking.deletedAt}
        id={booking.id}
        key={booking.version}
        value={{
          internal: booking.notes.internal,
          customer: booking.notes.customer,
          contact: booking.contact.id ?? '',
          address: booking.place.kind === 'address' ? (booking.place.id ?? '') : '',
          owner: booking.owner?.id ?? '',
          labels: booking.labels.map(({ id }) => id),
        }}
        version={booking.version}
      >
        <StatusChoice {...movable({ booking, terms })} status={booking.status} />
      </DetailsForm>
    </>
  )
}

const History = async ({ req, actor, booking }: Parts) => {
  const { id, timezone: zone, totals } = booking
  const shown = { zone, currency: totals.currency, showPrices: may(actor, 'price.view') }
  return <HistoryPanel acts={await loadHistory(req, id, shown)} zone={zone} />
}

const Comments = async ({ req, actor, booking }: Parts) => (
  <CommentsPanel
    audiences={may(actor, 'comment.internal') ? ['office', 'fieldworker', 'everyone'] : []}
    booking={booking.id}
    comments={await loadComments(req, booking.id)}
    zone={booking.timezone}
  />
)

const panels: Record<BookingTab, (parts: Parts) => Promise<React.JSX.Element>> = {
  overview: Overview,
  comments: Comments,
  history: History,
}

/** The one page of a booking; replaces Payload's edit view. */
export const BookingPage = async (view: DocumentViewServerProps) => {
  const { req, docID } = view.initPageResult
  const admin = req.payload.config.routes.admin
  if (!docID) redirect(`${admin}/new-booking`)
  const actor = await actorOf(req)
  if (!req.user || !may(actor, 'booking.view-all'))
    return <RefusedPage permission="booking.view-all" what="the bookings of the office" />
  const booking = await loadBooking({ req, actor, id: String(docID) })
  if (!booking)
    return (
      <Page title="No such booking">
        <p className="fb-empty">It does not exist, or you may not see it.</p>
      </Page>
    )
  const asked = view.searchParams?.tab
  const tab = isBookingTab(asked) ? asked : 'overview'
  const Panel = panels[tab]
  const [messages, terms] = await Promise.all([
    may(actor, 'deliveries.view')
      ? loadMessages(req, {
          where: { booking: { equals: booking.id } },
          customer: booking.customer,
        })
      : [],
    loadCancelTerms({ req, actor, booking }),
  ])
  return (
    <main className="fb-page fb-booking">
      <SetStepNav
        nav={[
          { label: 'Bookings', url: `${admin}/collections/bookings` },
          { label: booking.number },
        ]}
      />
      <BookingHeader
        admin={admin}
        booking={booking}
        mayClaim={may(actor, 'booking.edit') && !booking.deletedAt}
        me={String(req.user.id)}
        phone={phoneInWords(booking.customer.phone, await companyCountry(req))}
      />
      <ActionBar {...movable({ booking, terms })} isUnstaffed={booking.visits.some(isUnstaffed)} />
      <BookingTabs current={tab} href={`${admin}/collections/bookings/${booking.id}`} />
      <div className="fb-booking__grid">
        <div className="fb-booking__main">
          <Panel actor={actor} booking={booking} req={req} terms={terms} />
        </div>
        <BookingSide
          admin={admin}
          booking={booking}
          messages={messages}
          showMoney={may(actor, 'price.view')}
        />
      </div>
    </main>
  )
}
