import { overrideIn } from '../../bookings/visits/override-in.ts'
import type { Refusal } from '../../ui/call-api.ts'
import { clockIn, spanIn } from '../../ui/zoned-time.ts'
import type { Board, BoardVisit } from './board-visit.ts'
import type { Spot } from './moves.ts'

const absenceWords: Record<string, string> = {
  external: 'busy in their own calendar',
  sick: 'off sick',
  leave: 'on leave',
  break: 'on a break',
  travel: 'travelling',
  personal: 'away',
  closed: 'closed',
}

/** What an absence is called. */
export const absenceWord = (kind: string): string => absenceWords[kind] ?? 'away'

const iso = (at: number) => new Date(at).toISOString()
const minuteMs = 60_000

type Blocked = { startsAt?: string; endsAt?: string; appointment?: string | null }

const hoursOf = (board: Board, person: string, spot: Spot): string => {
  const hours = board.people.find(({ id }) => id === person)?.hours ?? []
  const near = hours.filter(([from, to]) => {
    const [start, end] = [board.start + from * minuteMs, board.start + to * minuteMs]
    return start < spot.end + 12 * 60 * minuteMs && end > spot.start - 12 * 60 * minuteMs
  })
  return near
    .map(([from, to]) => {
      const [start, end] = [board.start + from * minuteMs, board.start + to * minuteMs]
      return `${clockIn(start, board.timezone)}–${clockIn(end, board.timezone)}`
    })
    .join(' and ')
}

/**
 * Why a visit cannot go there: who is busy, when, and with what (UX check 26). Falls back to what
 * the server said.
 */
export const refusalWords = (
  errors: readonly Refusal[],
  about: { board: Board; visit: BoardVisit; to: Spot },
): string => {
  const { board, visit, to } = about
  const zone = board.timezone
  const [error] = errors
  const name = board.people.find(({ id }) => id === to.person)?.name
  if (!error) return 'That did not work. Try again.'
  if (!name) return error.message
  if (error.code === 'slot-taken') {
    const blocked = (error.details ?? {}) as Blocked
    const other = board.visits.find(({ id }) => id === blocked.appointment)
    if (other) {
      const job = other.customer ? `${other.service} for ${other.customer}` : other.service
      return `${name} is busy ${spanIn(iso(other.start), iso(other.end), zone)}: ${job}.`
    }
    if (blocked.startsAt && blocked.endsAt) {
      return `${name} is busy ${spanIn(blocked.startsAt, blocked.endsAt, zone)} with another visit.`
    }
    const person = board.people.find(({ id }) => id === to.person)
    const away = person?.absences.find(
      ([from, until]) =>
        board.start + from * minuteMs < to.end && board.start + until * minuteMs > to.start,
    )
    if (away) {
      const [from, until] = [board.start + away[0] * minuteMs, board.start + away[1] * minuteMs]
      return `${name} is ${absenceWord(away[2])} ${spanIn(iso(from), iso(until), zone)}.`
    }
    const hours = to.person ? hoursOf(board, to.person, to) : ''
    if (overrideIn([error])?.obstacles.includes('hours')) {
      return `${name} does not work at this time${hours ? `; working hours are ${hours}` : ''}.`
    }
    return `${name} cannot take it then. ${error.message}`
  }
  if (error.code === 'invalid-input' && error.field === 'fieldworker') {
    return `${name} cannot do ${visit.service}: the service, skills or area do not match.`
  }
  return error.message
}

/** Why a move cannot be taken back, and what has become of the visit. */
export const stayWords = (why: string): string =>
  `The move cannot be taken back, so the visit stays where it is now. ${why}`
