'use client'
import { useMemo, useState } from 'react'
import { foldText } from '../../domain/records/fold-text.ts'
import { Glyph } from '../ui/glyph.tsx'
import { momentIn } from '../ui/zoned-time.ts'
import type { OutboxMessage } from './load-outbox.ts'
import { MessageBody } from './message-body.tsx'

type OutboxReaderProps = {
  /** What all messages were searched for; the box narrows what was found as one types. */
  asked: string
  messages: OutboxMessage[]
  zone: string
}

const matches = (message: OutboxMessage, asked: string): boolean =>
  foldText(`${message.to} ${message.subject} ${message.text}`).includes(foldText(asked))

/** A small mailbox: messages on the left, the open one on the right. */
export const OutboxReader = ({ asked: searched, messages, zone }: OutboxReaderProps) => {
  const [asked, setAsked] = useState(searched)
  const [channel, setChannel] = useState('')
  const [open, setOpen] = useState(messages[0]?.id)
  const shown = useMemo(
    () =>
      messages.filter(
        (message) => (!channel || message.channel === channel) && matches(message, asked),
      ),
    [messages, channel, asked],
  )
  const current = shown.find(({ id }) => id === open) ?? shown[0]

  if (messages.length === 0 && !searched)
    return (
      <p className="fb-card fb-empty">
        No message has been sent yet. Book something and its confirmation appears here.
      </p>
    )
  return (
    <div className="fb-outbox">
      <div className="fb-card">
        <form className="fb-outbox__find" method="get">
          <input
            aria-label="Search messages"
            className="fb-input"
            name="q"
            onChange={(event) => setAsked(event.target.value)}
            placeholder="Search, Enter for older ones"
            type="search"
            value={asked}
          />
          <select
            aria-label="Kind"
            className="fb-input"
            onChange={(event) => setChannel(event.target.value)}
            value={channel}
          >
            <option value="">All</option>
            <option value="email">Email</option>
            <option value="sms">SMS</option>
          </select>
        </form>
        <ul className="fb-outbox__list">
          {shown.map((message) => (
            <li key={message.id}>
              <button
                aria-current={message.id === current?.id ? 'true' : undefined}
                className="fb-outbox__item"
                onClick={() => setOpen(message.id)}
                type="button"
              >
                <span className="fb-outbox__to">
                  <Glyph name={message.channel === 'sms' ? 'phone' : 'mail'} size={14} />{' '}
                  {message.to}
                </span>
                <span className="fb-outbox__subject">{message.subject || message.text}</span>
                <span className="fb-hint">{momentIn(message.at, zone)}</span>
              </button>
            </li>
          ))}
        </ul>
        {shown.length === 0 ? <p className="fb-empty">No message matches.</p> : null}
      </div>
      {current ? <MessageBody key={current.id} message={current} zone={zone} /> : null}
    </div>
  )
}
