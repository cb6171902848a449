const webhookEvent = (columns: string, values: string) =>
  `insert into webhook_events (provider, event_id, type, attempts${columns})
    select 'local', 'evt-1', 'calendar.changed', 1${values}`

/** How what providers have reported can stop to add up. */
export const webhookCorruptions = [
  {
    title: 'an event that is stored twice',
    statement: `${webhookEvent(', state, handled_at', ", 'done', now() from generate_series(1, 2)")} returning event_id as named`,
    fails: ['constraints', 'webhook-keys'],
  },
  {
    title: 'an event that nobody handles',
    statement: `${webhookEvent(', created_at', ", now() - interval '2 hours'")} returning event_id as named`,
    fails: ['stuck-webhooks'],
  },
  {
    title: 'an event in the hands of a worker for hours',
    statement: `${webhookEvent(', state, updated_at', ", 'processing', now() - interval '2 hours'")} returning event_id as named`,
    fails: ['stuck-webhooks'],
  },
  {
    title: 'a failed event whose next try has passed',
    statement: `${webhookEvent(', state, error, not_before', ", 'failed', 'No answer', now() - interval '2 hours'")} returning event_id as named`,
    fails: ['stuck-webhooks'],
  },
  {
    title: 'a handled event that was never handled',
    statement: `${webhookEvent(', state', ", 'done'")} returning event_id as named`,
    fails: ['handled-webhooks'],
  },
  {
    title: 'an event that failed without a reason',
    statement: `${webhookEvent(', state', ", 'dead'")} returning event_id as named`,
    fails: ['failed-webhooks'],
  },
]
