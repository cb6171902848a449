'use client'
import { isStuck, messageWord, stateWord } from '../../messages/message-words.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import { useCommand } from '../use-command.ts'
import type { BookingView } from './booking-view.ts'
import type { MessageView } from './load-messages.ts'

type MessagesCardProps = {
  booking: Pick<BookingView, 'paused' | 'timezone'>
  messages: MessageView[]
  /** Where the panel is. */
  admin: string
}

const channels: Record<string, string> = { calendar: 'Calendar', email: 'Email', sms: 'SMS' }

const pausedWords = ({ email, sms }: BookingView['paused']): string => {
  if (!email && !sms) return ''
  const names = [email ? 'Email' : '', sms ? 'SMS' : ''].filter(Boolean).join(' and ')
  return `${names} to the customer paused`
}

type MessageListProps = { messages: MessageView[]; zone: string; admin: string }

/** Messages with whom they went to, a way to read each and, where it failed, to send it again. */
export const MessageList = ({ messages, zone, admin }: MessageListProps) => {
  const { run, busy, errors } = useCommand()
  const again = (id: string) =>
    void run({ path: `/api/app/outbox/${id}/retry`, success: 'We’ll send it again.' })
  return (
    <>
      <RefusalNote errors={errors} />
      <ul className="fb-messages">
        {messages.map(({ id, event, channel, to, address, state, at }) => (
          <li key={id}>
            <strong>{messageWord(event)}</strong> to {to}
            <br />
            <span className="fb-muted">
              {channels[channel] ?? channel} · {stateWord(state)} · {momentIn(at, zone)}
            </span>
            {address && state === 'sent' ? (
              <>
                {' · '}
                <a className="fb-link" href={`${admin}/outbox?q=${encodeURIComponent(address)}`}>
                  Read it
                  <span className="fb-sr">
                    : {messageWord(event)} to {to}
                  </span>
                </a>
              </>
            ) : null}
            {isStuck(state) ? (
              <button
                aria-label={`Send again: ${messageWord(event)} to ${to}`}
                className="fb-button fb-button--small"
                disabled={busy}
                onClick={() => again(id)}
                type="button"
              >
                Send again
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was sent about the booking, to whom by name, with a way to read it and to send it again. */
export const MessagesCard = ({ booking, messages, admin }: MessagesCardProps) => {
  const paused = pausedWords(booking.paused)
  return (
    <section aria-labelledby="messages-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="messages-heading">Messages</h2>
      </div>
      <div className="fb-card__body">
        {paused ? (
          <p className="fb-notice fb-notice--warn">
            <Glyph name="pause" />
            <span>{paused}</span>
          </p>
        ) : (
          <p className="fb-muted">Automatic messages are on.</p>
        )}
        <MessageList admin={admin} messages={messages} zone={booking.timezone} />
      </div>
    </section>
  )
}
