import { visitLook } from '../../ui/status-looks.ts'
import { spanIn } from '../../ui/zoned-time.ts'
import type { BoardVisit } from './board-visit.ts'
import { lateWords } from './late-words.ts'

const iso = (at: number) => new Date(at).toISOString()

/** `6 h 05`. */
export const lengthWords = (minutes: number): string => {
  const whole = Math.round(minutes)
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

/** A visit in one sentence, as it is read aloud. */
export const visitSentence = (visit: BoardVisit, zone: string, now: number | undefined): string =>
  [
    spanIn(iso(visit.start), iso(visit.end), zone),
    visit.service,
    visit.customer,
    visit.place,
    visitLook(visit).label,
    now === undefined ? '' : lateWords(visit, now),
  ]
    .filter(Boolean)
    .join(', ')
