import type { AbsenceKind } from '../../../domain/scheduling/absence.ts'
import { datesFrom } from '../../ui/days.ts'
import { clock24In, dateIn } from '../../ui/zoned-time.ts'

/** A person, or a location that closes, and where its days are meant. */
export type Away = { type: 'fieldworker' | 'location'; id: string; name: string; timezone: string }

/** An absence as it is entered: whole days, or from one clock to another. */
export type TimeOffDraft = {
  away: string
  kind: AbsenceKind
  isAllDay: boolean
  firstDay: string
  lastDay: string
  from: string
  until: string
  note: string
}

type Stored = { start: string; end: string; kind: string; note?: string | null }

/** A new absence: of the whole day, or from a time on where one was chosen. */
export const newTimeOff = (away: Away | undefined, start: string | undefined): TimeOffDraft => {
  const zone = away?.timezone ?? 'UTC'
  const at = start ? Date.parse(start) : Date.now()
  const day = dateIn(at, zone)
  const isMidnight = !start || clock24In(at, zone) === '00:00'
  return {
    away: away?.id ?? '',
    kind: away?.type === 'location' ? 'closed' : 'leave',
    isAllDay: isMidnight,
    firstDay: day,
    lastDay: day,
    from: isMidnight ? '09:00' : clock24In(at, zone),
    until: '17:00',
    note: '',
  }
}

/** A stored absence as its form shows it. */
export const storedTimeOff = (away: Away, stored: Stored): TimeOffDraft => {
  const zone = away.timezone
  const [from, until] = [clock24In(stored.start, zone), clock24In(stored.end, zone)]
  const isAllDay = from === '00:00' && until === '00:00'
  const end = isAllDay ? Date.parse(stored.end) - 1 : stored.end
  return {
    ...{ away: away.id, kind: stored.kind as AbsenceKind, isAllDay },
    ...{ firstDay: dateIn(stored.start, zone), lastDay: dateIn(end, zone), from, until },
    note: stored.note ?? '',
  }
}

/** The edges as the API takes them: days, or clocks of the place. */
export const edgesOf = (draft: TimeOffDraft): { start: string; end: string } => {
  const { isAllDay, firstDay, lastDay, from, until } = draft
  if (isAllDay) return { start: firstDay, end: lastDay }
  return { start: `${firstDay}T${from}`, end: `${lastDay}T${until}` }
}

/** The first day moves the last one along, so that an absence keeps its length. */
export const withFirstDay = (draft: TimeOffDraft, firstDay: string): TimeOffDraft => {
  const length = Math.round((Date.parse(draft.lastDay) - Date.parse(draft.firstDay)) / 86_400_000)
  const days = datesFrom(firstDay, Math.max(length, 0) + 1)
  return { ...draft, firstDay, lastDay: days.at(-1) ?? firstDay }
}

/** Whether it can be asked about and saved: somebody, and an end after the start. */
export const isComplete = (draft: TimeOffDraft): boolean => {
  const { start, end } = edgesOf(draft)
  return draft.away !== '' && (draft.isAllDay ? end >= start : end > start)
}
