import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { cityWords } from '../../../domain/words/clock-words.ts'
import { loadCompany } from '../../ui/load-company.ts'
import { FramedView } from '../../shell/framed-view.tsx'
import { NewBookingLink } from '../../shell/new-booking-link.tsx'
import { Page } from '../../shell/page.tsx'
import { readAddress } from '../board/board-address.ts'
import { BookingCalendar } from './booking-calendar.tsx'
import { readFilter } from './calendar-filter.ts'
import type { CalendarView } from './calendar-grid.tsx'

const views: readonly CalendarView[] = ['dayGridMonth', 'timeGridWeek', 'timeGridDay', 'listWeek']

/** A month has no room for words on a phone, so that opens the list. */
const firstView = (headers: Headers): CalendarView =>
  /\bMobi/.test(headers.get('user-agent') ?? '') ? 'listWeek' : 'dayGridMonth'

const Content = async ({ view }: { view: AdminViewServerProps }) => {
  const { req } = view.initPageResult
  const actor = await actorOf(req)
  const { timezone } = await loadCompany(req)
  const { admin } = req.payload.config.routes
  const query = Object.fromEntries(
    Object.entries(view.searchParams ?? {}).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : undefined,
    ]),
  )
  const { date } = readAddress({ date: query['date'] }, timezone)
  return (
    <Page
      actions={
        <>
          {may(actor, 'settings.edit') ? (
            <Link prefetch={false} className="fb-button" href={`${admin}/globals/booking-settings`}>
              Settings
            </Link>
          ) : null}
          {<NewBookingLink actor={actor} admin={admin} />}
        </>
      }
      className="fb-page--wide"
      lead={`Every visit by its time in ${cityWords(timezone)}.`}
      title="Calendar"
    >
      <BookingCalendar
        admin={admin}
        date={date}
        filter={readFilter(query)}
        mayAssign={may(actor, 'booking.assign')}
        mayMove={may(actor, 'booking.reschedule')}
        timezone={timezone}
        view={views.find((known) => known === query['view']) ?? firstView(req.headers)}
      />
    </Page>
  )
}

/** `/admin/calendar`: bookings by month, week, day and list. */
export const Calendar = (view: AdminViewServerProps) => (
  <FramedView label="Calendar" permission="booking.view-all" view={view} what="the calendar">
    <Content view={view} />
  </FramedView>
)
