import { type Check, longestWait } from './check.ts'

/** The ledger of deliveries. */
export const messageChecks: Check[] = [
  {
    name: 'delivery-keys',
    what: 'deliveries',
    counted: 'select count(*) from deliveries',
    faults: `
      select format('delivery %s', key) as record, 'one row' as expected,
        format('%s rows', count(*)) as found
      from deliveries group by key having count(*) > 1`,
  },
  {
    name: 'stuck-deliveries',
    what: 'open deliveries',
    counted: `select count(*) from deliveries where state in ('pending', 'sending', 'failed')`,
    faults: `
      select format('delivery %s', key) as record,
        'sent, or tried again within the hour' as expected,
        format('%s since %s', state, to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')) as found
      from (select key, state, case when state = 'sending' then updated_at
          else coalesce(not_before, created_at) end as since
        from deliveries where state in ('pending', 'sending', 'failed')) open
      where since < now() - ${longestWait}`,
  },
  {
    name: 'sent-deliveries',
    what: 'sent deliveries',
    counted: `select count(*) from deliveries where state = 'sent'`,
    faults: `
      select format('delivery %s', key) as record, 'a provider and when it was sent' as expected,
        format('provider %s, sent %s', coalesce(provider, 'none'),
          coalesce(sent_at::text, 'never')) as found
      from deliveries where state = 'sent' and (sent_at is null or coalesce(attempts, 0) < 1)`,
  },
]
