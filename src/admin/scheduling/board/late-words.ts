import { isLive } from '../../../domain/bookings/states.ts'
import type { BoardVisit } from './board-visit.ts'

const minuteMs = 60_000
const grace = 5 * minuteMs

const span = (milliseconds: number): string => {
  const minutes = Math.round(milliseconds / minuteMs)
  if (minutes < 90) return `${minutes} min`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`
}

/** What is late about a visit, in words; empty while all is well. */
export const lateWords = (
  visit: Pick<BoardVisit, 'end' | 'person' | 'progress' | 'start' | 'status'>,
  now: number,
): string => {
  if (!isLive(visit)) return ''
  if (visit.progress === 'finished') return ''
  const isUnderWay = visit.progress === 'in_progress' || visit.progress === 'paused'
  if (now > visit.end + grace) {
    return isUnderWay ? `Over by ${span(now - visit.end)}` : 'Awaiting update'
  }
  if (!isUnderWay && now > visit.start + grace) return `Late ${span(now - visit.start)}`
  return ''
}
