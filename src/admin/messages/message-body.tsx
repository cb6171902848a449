'use client'
import { useState } from 'react'
import { momentIn } from '../ui/zoned-time.ts'
import type { OutboxMessage } from './load-outbox.ts'

type MessageBodyProps = { message: OutboxMessage; zone: string }

/** One message, in each of its forms: as designed, as plain text, and its calendar file. */
export const MessageBody = ({ message, zone }: MessageBodyProps) => {
  const forms = [
    ...(message.html ? [{ key: 'html', label: 'HTML' }] : []),
    { key: 'text', label: 'Text' },
    ...message.attachments.map(({ name }, index) => ({ key: String(index), label: name })),
  ]
  const [form, setForm] = useState(forms[0]?.key ?? 'text')
  const attachment = message.attachments[Number(form)]
  return (
    <article aria-labelledby="message-subject" className="fb-card">
      <div className="fb-card__head">
        <h2 id="message-subject">{message.subject || 'SMS'}</h2>
        <span className="fb-muted">{momentIn(message.at, zone)}</span>
      </div>
      <div className="fb-card__body">
        <p className="fb-muted">
          To {message.to}
          {message.from ? `, from ${message.from}` : ''}
        </p>
        <div aria-label="Form of the message" className="fb-row" role="group">
          {forms.map(({ key, label }) => (
            <button
              aria-pressed={form === key}
              className="fb-chip"
              key={key}
              onClick={() => setForm(key)}
              type="button"
            >
              {label}
            </button>
          ))}
        </div>
        {form === 'html' ? (
          <iframe
            className="fb-outbox__html"
            sandbox="allow-popups"
            srcDoc={message.html}
            title={`Message to ${message.to}`}
          />
        ) : (
          <pre className="fb-outbox__text">{attachment ? attachment.text : message.text}</pre>
        )}
      </div>
    </article>
  )
}
