import type { Check } from './check.ts'

const streamNamed = (stream: string) => `case when ${stream} like 'booking:%'
    then 'history of booking ' || coalesce((select number from bookings
      where id::text = substr(${stream}, 9)), substr(${stream}, 9))
    else 'history of ' || ${stream} end`

/** Members that entries about deletions once left out of what was hashed. */
const leftOut = `'{onBehalfOf,ip,reason,version}'::text[]`

const hashed = `case when e.hash = audit_hash(e.prev_hash, audit_entry(e), e.at) then true
    else e.hash = audit_hash(e.prev_hash, audit_entry(e) - ${leftOut}, e.at) end`

/** Every entry of the streams that `among` selects, with what precedes and follows it. */
const entries = (among: string) => `
  select *, lag(hash) over stream_order as before, row_number() over stream_order as place,
    lead(id) over stream_order is null as is_newest
  from (select e.id, e.at, e.hash, e.prev_hash, ${hashed} as is_true,
      audit_stream(e.booking, e.subject_type, e.subject_id) as stream
    from audit_events e where ${among}) chained
  window stream_order as (partition by stream order by at, id)`

const when = (at: string) => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const upTo = (count: string, at: string) =>
  `case when ${count} is null then 'no entries'
    else format('%s entries up to %s', ${count}, ${when(at)}) end`

/** The chain and its heads, of the streams that `among` selects by the columns of `e`. */
const historyChecksOf = (among: string, ofHeads: string): Check[] => [
  {
    name: 'history-chain',
    what: 'history entries',
    counted: `select count(*) from audit_events e where ${among}`,
    faults: `
      select format('%s, entry %s', ${streamNamed('stream')}, place) as record,
        case when is_true then 'to follow ' || coalesce(left(before, 12), 'nothing')
          else 'the entry as it was written' end as expected,
        format('%s at %s', case when is_true
          then 'follows ' || coalesce(left(prev_hash, 12), 'nothing')
          else 'changed since' end, ${when('at')}) as found
      from (${entries(among)}) entry
      where not is_true or prev_hash is distinct from before`,
  },
  {
    name: 'history-heads',
    what: 'histories',
    counted: `select count(*) from audit_heads head where ${ofHeads}`,
    faults: `
      select ${streamNamed('stream')} as record,
        ${upTo('head.entries', 'head.at')} as expected,
        ${upTo('entry.place', 'entry.at')} as found
      from (select * from (${entries(among)}) all_entries where is_newest) entry
        full join (select * from audit_heads head where ${ofHeads}) head using (stream)
      where entry.hash is distinct from head.hash or entry.place is distinct from head.entries`,
  },
]

/** All of the history. */
export const historyChecks: Check[] = historyChecksOf('true', 'true')

/** How many of the histories written to last are looked at when the product starts. */
const several = 500

const recent = `select stream, split_part(stream, ':', 1) as kind,
    substr(stream, strpos(stream, ':') + 1) as subject
  from audit_heads order by at desc limit ${several}`

/** Two reads by index for each of them. */
const recentEntries = `select found.id from (${recent}) recent cross join lateral (
    select id from audit_events
      where recent.kind = 'booking' and booking = recent.subject
    union all
    select id from audit_events
      where recent.kind <> 'booking' and booking is null
        and subject_type = recent.kind and subject_id = recent.subject) found`

/** The histories written to last, in a time that hardly grows with the database. */
export const recentHistoryChecks: Check[] = historyChecksOf(
  `e.id in (${recentEntries})`,
  `head.stream in (select stream from (${recent}) recent)`,
)
