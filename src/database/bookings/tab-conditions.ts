import { type SQL, sql } from 'drizzle-orm'
import type { Where } from 'payload'
import { awaitedApprovals, doneStatuses, liveStatuses } from '../../domain/bookings/states.ts'
import type { TabKey } from '../../domain/bookings/tabs.ts'
import { doneList, droppedList, heldList, liveList } from './state-lists.ts'

const live = sql`b.status in ${liveList}`
const active = sql`a.status in ${liveList} and a.replaced_by_id is null`

const someVisit = (condition: SQL): SQL =>
  sql`exists (select from appointments a where a.booking_id = b.id and ${condition})`

/** A booking of the tab, as a condition over `bookings b`; `b.deleted_at is null` goes before it. */
export const tabConditions: Record<TabKey, SQL> = {
  upcoming: sql`${live} and b.ends_at > now()`,
  past: sql`(b.status in ${doneList} or (b.status = 'confirmed' and b.ends_at <= now()))`,
  'pending-approval': sql`${live} and b.gates_approval in ('open', 'rejected')`,
  'pending-confirmation': sql`${live} and (b.gates_customer = 'open' or b.gates_deposit = 'open')`,
  'pending-acceptance': sql`${live} and ${someVisit(sql`${active} and a.acceptance = 'pending'`)}`,
  'awaiting-update': sql`${live} and ${someVisit(sql`a.status not in ${droppedList}
    and a.acceptance in ${heldList} and a."end" < now()
    and (a.progress <> 'finished' or exists (
      select from appointments_duties d where d._parent_id = a.id and not d.done))`)}`,
  'not-assigned': sql`${live} and (${someVisit(sql`${active} and a.fieldworker_id is null
    and not exists (select from assignment_offers o where o.appointment_id = a.id and o.state = 'pending')`)}
    or exists (select from booking_lines l where l.booking_id = b.id and not exists (
      select from appointments a where a.line_id = l.id)))`,
  declined: sql`${live} and ${someVisit(sql`${active} and a.acceptance = 'declined'`)}`,
}

const isLive: Where = { status: { in: [...liveStatuses] } }

/** A tab's condition as a filter by columns; null where only a look at the visits decides. */
export const columnsOfTab = (key: TabKey, now: string): Where | null => {
  switch (key) {
    case 'upcoming':
      return { and: [isLive, { endsAt: { greater_than: now } }] }
    case 'past':
      return {
        or: [
          { status: { in: [...doneStatuses] } },
          { and: [{ status: { equals: 'confirmed' } }, { endsAt: { less_than_equal: now } }] },
        ],
      }
    case 'pending-approval':
      return { and: [isLive, { 'gates.approval': { in: [...awaitedApprovals] } }] }
    case 'pending-confirmation':
      return {
        and: [
          isLive,
          {
            or: [{ 'gates.customer': { equals: 'open' } }, { 'gates.deposit': { equals: 'open' } }],
          },
        ],
      }
    default:
      return null
  }
}
