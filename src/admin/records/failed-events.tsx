'use client'
import { useCommand } from '../bookings/use-command.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { momentIn } from '../ui/zoned-time.ts'
import type { FailedEvent } from './load-failed-events.ts'

type FailedEventsProps = { events: FailedEvent[]; zone: string }

/** Webhook events that could not be handled, why, and a way to handle them again. */
export const FailedEvents = ({ events, zone }: FailedEventsProps) => {
  const { run, busy, errors } = useCommand()
  if (events.length === 0) return null
  return (
    <section aria-labelledby="failed-events" className="fb-card fb-stuck">
      <header className="fb-card__head">
        <h2 id="failed-events">Webhook events not handled ({events.length})</h2>
      </header>
      <RefusalNote errors={errors} />
      <ul className="fb-stuck__list">
        {events.map(({ id, provider, type, state, attempts, error, at }) => (
          <li className="fb-stuck__item" key={id}>
            <div>
              <p>
                <strong>{type}</strong> from {provider} ·{' '}
                {state === 'dead' ? 'Given up' : 'Will be tried again'}
              </p>
              <p className="fb-hint">
                {error} {attempts} {attempts === 1 ? 'try' : 'tries'} since {momentIn(at, zone)}.
              </p>
            </div>
            <button
              className="fb-button fb-button--small"
              disabled={busy}
              onClick={() =>
                void run({
                  path: `/api/webhook-events/${id}/retry`,
                  success: 'The event is being handled again.',
                })
              }
              type="button"
            >
              Try again
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
