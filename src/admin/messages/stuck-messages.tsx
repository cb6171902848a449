'use client'
import { useCommand } from '../bookings/use-command.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { momentIn } from '../ui/zoned-time.ts'
import type { StuckMessage } from './load-stuck.ts'

const stateWords: Record<string, string> = {
  dead: 'Given up',
  failed: 'Will be tried again',
  unknown: 'In doubt: it may have arrived',
}

type StuckMessagesProps = { messages: StuckMessage[]; zone: string }

/** What did not get through, why, and a way to send it once more. */
export const StuckMessages = ({ messages, zone }: StuckMessagesProps) => {
  const { run, busy, errors } = useCommand()
  if (messages.length === 0) return null
  return (
    <section aria-labelledby="stuck" className="fb-card fb-stuck">
      <header className="fb-card__head">
        <h2 id="stuck">Did not get through ({messages.length})</h2>
      </header>
      <RefusalNote errors={errors} />
      <ul className="fb-stuck__list">
        {messages.map(({ id, event, channel, to, state, attempts, error, at }) => (
          <li className="fb-stuck__item" key={id}>
            <div>
              <p>
                <strong>{event}</strong> by {channel}
                {to ? ` to ${to}` : ''} · {stateWords[state] ?? state}
              </p>
              <p className="fb-hint">
                {error} {attempts} {attempts === 1 ? 'try' : 'tries'} since {momentIn(at, zone)}.
              </p>
            </div>
            <button
              className="fb-button fb-button--small"
              disabled={busy}
              onClick={() =>
                void run({ path: `/api/app/outbox/${id}/retry`, success: 'It is sent once more.' })
              }
              type="button"
            >
              Send again
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
