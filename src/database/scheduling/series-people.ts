import { liveList } from '../bookings/state-lists.ts'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

export type SeriesPerson = {
  id: string
  name: string
  user: string | null
  hasEmail: boolean
  /** The first visit of theirs, its booking, and how many there are. */
  visit: string
  booking: string
  count: number
  /** Whether some of them wait for an answer. */
  isAsked: boolean
}

/** Who has, or is asked for, visits of these bookings: one row a person. */
export async function seriesPeople(
  req: PayloadRequest,
  bookings: string[],
): Promise<SeriesPerson[]> {
  return query<SeriesPerson>(
    req,
    sql`with parts as (
        select visit.id as visit, visit.booking_id as booking, visit.start, holder.person,
          holder.asked
        from appointments visit
        join lateral (
          select visit.fieldworker_id as person, visit.acceptance = 'pending' as asked
            where visit.fieldworker_id is not null
          union
          select offer.fieldworker_id, true from assignment_offers offer
            where offer.appointment_id = visit.id and offer.state = 'pending'
              and visit.fieldworker_id is null
        ) holder on true
        where visit.status in ${liveList}
          and visit.booking_id in
            (select value::uuid from jsonb_array_elements_text(${JSON.stringify(bookings)}::jsonb))
      )
      select person.id, person.name, account.id as "user",
        coalesce(person.email, account.email) is not null as "hasEmail",
        (array_agg(parts.visit order by parts.start))[1] as visit,
        (array_agg(parts.booking order by parts.start))[1] as booking,
        count(*)::int as count, bool_or(parts.asked) as "isAsked"
      from parts join fieldworkers person on person.id = parts.person
      left join lateral (select id, email from users
        where active is not false and (id = person.user_id or fieldworker_id = person.id)
        order by id = person.user_id desc nulls last limit 1) account on true
      group by person.id, person.name, account.id, account.email`,
  )
}
