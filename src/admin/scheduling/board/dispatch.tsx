import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import type { BoardAnswer } from '../../../contracts/scheduling/board.ts'
import { listConflicts } from '../../../operations/scheduling/list-conflicts.ts'
import { readBoard } from '../../../operations/scheduling/read-board.ts'
import { loadCompany } from '../../ui/load-company.ts'
import { loadTabs } from '../../bookings/list/load-tabs.ts'
import { FramedView } from '../../shell/framed-view.tsx'
import { NewBookingLink } from '../../shell/new-booking-link.tsx'
import { Page } from '../../shell/page.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { rangeOf, readAddress } from './board-address.ts'
import { DispatchBoard } from './dispatch-board.tsx'
import { aheadIn } from './ahead-in.ts'
import { mapTiles } from '../map/map-tiles.ts'

const Content = async ({ view }: { view: AdminViewServerProps }) => {
  const { req } = view.initPageResult
  const actor = await actorOf(req)
  const { timezone } = await loadCompany(req)
  const query = view.searchParams ?? {}
  const one = (key: string) => (typeof query[key] === 'string' ? query[key] : undefined)
  const asked = { date: one('date'), view: one('view'), skill: one('skill'), area: one('area') }
  const address = readAddress(asked, timezone)
  const [board, tabs] = await Promise.all([readBoard(req, rangeOf(address)), loadTabs(req)])
  const answer = JSON.parse(board) as BoardAnswer
  const ahead = aheadIn(answer, Date.now())
  const conflicts = ahead ? await listConflicts(req, ahead) : []
  const { admin } = req.payload.config.routes
  return (
    <Page
      actions={
        <>
          {may(actor, 'booking.create') ? (
            <Link
              prefetch={false}
              className="fb-button"
              href={`${admin}/find-a-time?date=${address.date}`}
            >
              <Glyph name="search" /> Find a time
            </Link>
          ) : null}
          {<NewBookingLink actor={actor} admin={admin} />}
        </>
      }
      className="fb-page--wide"
      lead={`Times in ${answer.zoneName}. Drag a visit, or press ? for the keys.`}
      title="Dispatch"
    >
      <DispatchBoard
        address={address}
        admin={admin}
        answer={answer}
        conflicts={conflicts}
        mayAssign={may(actor, 'booking.assign')}
        mayBook={may(actor, 'booking.create')}
        mayEnterTimeOff={may(actor, 'fieldworker.edit') || may(actor, 'booking.assign')}
        mayMove={may(actor, 'booking.reschedule')}
        tabs={tabs}
        tiles={mapTiles()}
      />
    </Page>
  )
}

/** `/admin/dispatch`: the day and the week of every fieldworker. */
export const Dispatch = (view: AdminViewServerProps) => (
  <FramedView label="Dispatch" permission="booking.view-all" view={view} what="the dispatch board">
    <Content view={view} />
  </FramedView>
)
