'use client'
import { type FormEvent, useState } from 'react'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import { useCommand } from '../use-command.ts'
import { teamWord } from '../../ui/team-word.ts'

export type CommentView = {
  id: string
  at: string
  author: string
  body: string
  visibility: string
}

type CommentsPanelProps = {
  booking: string
  comments: CommentView[]
  zone: string
  /** Audiences the reader may write for. */
  audiences: ('office' | 'fieldworker' | 'everyone')[]
}

const wordFor = (visibility: string): string => {
  const words: Record<string, string> = {
    office: 'The office only',
    fieldworker: `Office and ${teamWord().one}`,
    everyone: 'Everyone, the customer too',
  }
  return words[visibility] ?? visibility
}

/** Discussion of one booking; every comment says who may read it. */
export const CommentsPanel = ({ booking, comments, zone, audiences }: CommentsPanelProps) => {
  const { run, busy, errors } = useCommand()
  const [body, setBody] = useState('')
  const [visibility, setVisibility] = useState<string>(audiences[0] ?? 'everyone')

  const post = async (event: FormEvent) => {
    event.preventDefault()
    const sent = { booking, body: body.trim(), visibility }
    if (await run({ path: '/api/comments?depth=0', body: sent, success: 'Comment added.' }))
      setBody('')
  }

  return (
    <section aria-labelledby="comments-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="comments-heading">Comments</h2>
      </div>
      <ul className="fb-comments">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className="fb-comments__who">
              <strong>{comment.author}</strong>{' '}
              <span className="fb-muted">
                {momentIn(comment.at, zone)} · {wordFor(comment.visibility)}
              </span>
            </p>
            <p className="fb-comments__body">{comment.body}</p>
          </li>
        ))}
      </ul>
      {comments.length === 0 ? <p className="fb-empty">No comments yet.</p> : null}
      {audiences.length > 0 ? (
        <form className="fb-card__body fb-comments__form" onSubmit={(event) => void post(event)}>
          <RefusalNote errors={errors} />
          <label className="fb-field">
            <span>New comment</span>
            <textarea
              className="fb-input"
              onChange={(event) => setBody(event.target.value)}
              required
              value={body}
            />
          </label>
          <div className="fb-row">
            <label className="fb-field fb-field--inline">
              <span>Read by</span>
              <select
                className="fb-input"
                onChange={(event) => setVisibility(event.target.value)}
                value={visibility}
              >
                {audiences.map((audience) => (
                  <option key={audience} value={audience}>
                    {wordFor(audience)}
                  </option>
                ))}
              </select>
            </label>
            <button
              className="fb-button fb-button--primary"
              disabled={busy || body.trim() === ''}
              type="submit"
            >
              Add comment
            </button>
          </div>
        </form>
      ) : null}
    </section>
  )
}
