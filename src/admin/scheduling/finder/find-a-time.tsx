import type { AdminViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { loadBookingChoices } from '../../bookings/new/load-booking-choices.ts'
import { Page } from '../../shell/page.tsx'
import { FramedView } from '../../shell/framed-view.tsx'
import { mapTiles } from '../map/map-tiles.ts'
import { TimeFinder } from './time-finder.tsx'

const Content = async ({ view }: { view: AdminViewServerProps }) => {
  const { req } = view.initPageResult
  const [actor, choices] = await Promise.all([actorOf(req), loadBookingChoices(req)])
  const query = view.searchParams ?? {}
  const one = (key: string) => (typeof query[key] === 'string' ? query[key] : '')
  return (
    <Page
      className="fb-page--wide"
      lead="See who can do a job on a given day. Nothing is booked yet."
      title="Find a time"
    >
      <TimeFinder
        {...choices}
        admin={req.payload.config.routes.admin}
        asked={{
          service: one('service'),
          postcode: one('postcode'),
          location: one('location'),
          date: one('date'),
        }}
        mayBook={may(actor, 'booking.create')}
        maySeeVisits={may(actor, 'booking.view-all')}
        tiles={mapTiles()}
      />
    </Page>
  )
}

/** `/admin/find-a-time`: the Availability Finder, without any booking. */
export const FindATime = (view: AdminViewServerProps) => (
  <FramedView label="Find a time" permission="booking.create" view={view} what="the finder">
    <Content view={view} />
  </FramedView>
)
