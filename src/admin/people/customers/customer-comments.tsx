import { Link } from '@payloadcms/ui'
import { momentIn } from '../../ui/zoned-time.ts'
import type { CommentView } from './load-conversation.ts'

type CustomerCommentsProps = { comments: CommentView[]; admin: string; zone: string }

/** What was written on the customer’s bookings, latest first; each leads to its booking. */
export const CustomerComments = ({ comments, admin, zone }: CustomerCommentsProps) => (
  <section aria-labelledby="comments-heading" className="fb-card">
    <div className="fb-card__head">
      <h2 id="comments-heading">Comments</h2>
    </div>
    {comments.length === 0 ? (
      <p className="fb-empty">No comments on this customer’s bookings.</p>
    ) : null}
    <ul className="fb-comments">
      {comments.map(({ id, at, author, body, booking }) => (
        <li key={id}>
          <p>
            <strong>{author}</strong> <span className="fb-muted">{momentIn(at, zone)}</span>
            {booking ? (
              <>
                {' '}
                <Link
                  className="fb-link"
                  href={`${admin}/collections/bookings/${booking.id}?tab=comments`}
                  prefetch={false}
                >
                  {booking.number}
                </Link>
              </>
            ) : null}
          </p>
          <p className="fb-comments__body">{body}</p>
        </li>
      ))}
    </ul>
  </section>
)
