import { type Check, instant, longestWait } from './check.ts'

const named = `format('webhook event %s of %s', event_id, provider)`

/** What providers have reported: stored once, and handled, failed with a reason or still queued. */
export const webhookChecks: Check[] = [
  {
    name: 'webhook-keys',
    what: 'webhook events',
    counted: 'select count(*) from webhook_events',
    faults: `
      select ${named} as record, 'one row' as expected, format('%s rows', count(*)) as found
      from webhook_events group by provider, event_id having count(*) > 1`,
  },
  {
    name: 'stuck-webhooks',
    what: 'open webhook events',
    counted: `select count(*) from webhook_events where state in ('pending', 'processing', 'failed')`,
    faults: `
      select ${named} as record, 'handled, or tried again within the hour' as expected,
        format('%s since %s', state, ${instant('since')}) as found
      from (select provider, event_id, state, case when state = 'processing' then updated_at
          else coalesce(not_before, created_at) end as since
        from webhook_events where state in ('pending', 'processing', 'failed')) open
      where since < now() - ${longestWait}`,
  },
  {
    name: 'handled-webhooks',
    what: 'handled webhook events',
    counted: `select count(*) from webhook_events where state in ('done', 'ignored')`,
    faults: `
      select ${named} as record, 'a try and when it was handled' as expected,
        format('%s tries, handled at %s', attempts, ${instant('handled_at')}) as found
      from webhook_events
      where state in ('done', 'ignored') and (handled_at is null or attempts < 1)`,
  },
  {
    name: 'failed-webhooks',
    what: 'failed webhook events',
    counted: `select count(*) from webhook_events where state in ('failed', 'dead')`,
    faults: `
      select ${named} as record,
        case when state = 'failed' then 'a reason and a next try' else 'a reason' end as expected,
        format('%s: %s, next try at %s', state, coalesce(nullif(error, ''), 'no reason'),
          ${instant('not_before')}) as found
      from webhook_events where state in ('failed', 'dead')
        and (coalesce(error, '') = '' or (state = 'failed' and not_before is null))`,
  },
]
