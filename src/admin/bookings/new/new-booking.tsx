import type { AdminViewServerProps, PayloadRequest } from 'payload'
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

const nameOf = async (req: PayloadRequest, fieldworker: string | undefined) => {
  if (!fieldworker) return ''
  const found = await req.payload.findByID({
    collection: 'fieldworkers',
    id: fieldworker,
    depth: 0,
    select: { name: true },
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  return found?.name ?? ''
}

const Content = async ({ view }: { view: AdminViewServerProps }) => {
  const { req } = view.initPageResult
  const actor = await actorOf(req)
  const choices = await loadBookingChoices(req)
  const query = view.searchParams ?? {}
  const one = (key: string) => (typeof query[key] === 'string' ? query[key] : '')
  const begun = begunWith(one)
  const personName = await nameOf(req, begun.person)
  return (
    <Page
      lead="For phone, email and walk-in bookings. What you type is kept in this tab until it is booked. Times are local to the job."
      title="New booking"
    >
      <NewBookingForm
        {...choices}
        admin={req.payload.config.routes.admin}
        begun={personName ? { ...begun, personName } : begun}
        user={String(req.user?.id ?? '')}
        customerId={one('customer')}
        mayAssign={may(actor, 'booking.assign')}
        mayLeaveOpen={may(actor, 'booking.overbook')}
        maySearch={may(actor, 'customer.view')}
      />
    </Page>
  )
}

/** `/admin/new-booking`: a booking taken by phone, in four steps. */
export const NewBooking = (view: AdminViewServerProps) => (
  <FramedView label="New booking" permission="booking.create" view={view} what="taking bookings">
    <Content view={view} />
  </FramedView>
)
