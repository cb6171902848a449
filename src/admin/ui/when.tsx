import { dayIn, spanIn } from './zoned-time.ts'

type WhenProps = { start: string | null | undefined; end?: string | null; zone: string }

/** Day and hours of a visit in its site's zone, named. */
export const When = ({ start, end, zone }: WhenProps) =>
  start ? (
    <time className="fb-when" dateTime={start}>
      <span className="fb-when__day">{dayIn(start, zone)}</span>{' '}
      <span className="fb-when__span">{spanIn(start, end, zone)}</span>
    </time>
  ) : (
    <span className="fb-muted">No visit yet</span>
  )
