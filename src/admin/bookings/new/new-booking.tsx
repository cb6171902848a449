import type { AdminViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { FramedView } from '../../shell/framed-view.tsx'
import { Page } from '../../shell/page.tsx'
import { type BookingDraft, emptyAddress } from './booking-draft.ts'
import { loadBookingChoices } from './load-booking-choices.ts'
import { NewBookingForm } from './new-booking-form.tsx'

/** A service, place, start and person that the finder's link brings along. */
const begunWith = (one: (key: string) => string): Partial<BookingDraft> => {
  const [service, start, person] = [one('service'), one('start'), one('fieldworker')]
  const [location, postcode] = [one('location'), one('postcode')]
  return {
    ...(service && { service }),
    ...(start && !Number.isNaN(Date.parse(start)) && { start }),
    ...(person && { person }),
    ...(location && { at: 'location' as const, location }),
    ...(postcode && { address: { ...emptyAddress, postcode } }),
  }
}

const Content = async ({ view }: { view: AdminViewServerProps }) => {
  const { req } = view.initPageResult
  const actor = await actorOf(req)
  const choices = await loadBookingChoices(req)
  const query = view.searchParams ?? {}
  const one = (key: string) => (typeof query[key] === 'string' ? query[key] : '')
  return (
    <Page
      lead="For phone, email and walk-in bookings. Everything typed here stays until it is booked. Times are local time where the work is done."
      title="New booking"
    >
      <NewBookingForm
        {...choices}
        admin={req.payload.config.routes.admin}
        begun={begunWith(one)}
        customerId={one('customer')}
        mayAssign={may(actor, 'booking.assign')}
        mayLeaveOpen={may(actor, 'booking.overbook')}
        maySearch={may(actor, 'customer.view')}
      />
    </Page>
  )
}

/** `/admin/new-booking`: a booking taken by phone, on one screen. */
export const NewBooking = (view: AdminViewServerProps) => (
  <FramedView label="New booking" permission="booking.create" view={view} what="taking bookings">
    <Content view={view} />
  </FramedView>
)
