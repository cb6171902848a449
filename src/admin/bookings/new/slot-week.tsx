'use client'
import { type ReactNode, useEffect, useState } from 'react'
import type { SlotsAnswer } from '../../../contracts/scheduling/slots.ts'
import { datesFrom } from '../../ui/days.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { dateIn } from '../../ui/zoned-time.ts'
import { OtherTime } from './other-time.tsx'
import { SlotButtons } from './slot-buttons.tsx'
import { useSlots } from './use-slots.ts'
import { WeekDays } from './week-days.tsx'

type SlotWeekProps = {
  zone: string
  start: string
  /** Instant around which to begin, where it is still ahead. */
  near?: string | undefined
  /** Where the slots of a week are asked for. */
  pathFor: (week: { from: string; to: string }) => string
  /** What is said of a week without any. */
  emptyWords: (answer: SlotsAnswer) => string
  onAnswer?: (answer: SlotsAnswer) => void
  onChoose: (start: string) => void
  /** What stands below the times of the day that is shown. */
  below: (shown: string) => ReactNode
}

const shownDays = 7
const dayMs = 86_400_000

/** A week of days with their free slots, or a time set by hand. */
export const SlotWeek = (props: SlotWeekProps) => {
  const { zone, start, near, pathFor, emptyWords, onAnswer, onChoose, below } = props
  const today = dateIn(Date.now(), zone)
  const [from, setFrom] = useState(() => {
    const wanted = near ? dateIn(near, zone) : today
    return wanted > today ? wanted : today
  })
  const [day, setDay] = useState('')
  const dates = datesFrom(from, shownDays)
  const { answer, errors, waiting } = useSlots(pathFor({ from, to: dates.at(-1) ?? from }))
  const slots = answer?.slots ?? []
  const isKnown = answer !== undefined && !waiting
  const on = (date: string) => slots.filter((slot) => dateIn(slot.start, zone) === date)
  const firstOpen = dates.find((date) => on(date).length > 0)
  const shown = dates.includes(day) && on(day).length > 0 ? day : (firstOpen ?? from)

  useEffect(() => {
    if (answer) onAnswer?.(answer)
  }, [answer, onAnswer])

  const move = (days: number) => {
    const moved = new Date(Date.parse(`${from}T00:00:00Z`) + days * dayMs)
    const date = moved.toISOString().slice(0, 10)
    setFrom(date < today ? today : date)
  }

  return (
    <>
      <WeekDays
        countOn={(date) => (isKnown ? on(date).length : undefined)}
        dates={dates}
        isFirst={from <= today}
        onDay={setDay}
        onMove={move}
        shown={shown}
      />
      <div aria-busy={waiting} aria-live="polite" className="fb-slots-area">
        <SlotButtons
          onChoose={onChoose}
          slots={on(shown)}
          start={start}
          withDay={false}
          zone={zone}
        />
        {isKnown && slots.length === 0 ? <p className="fb-muted">{emptyWords(answer)}</p> : null}
        {waiting && on(shown).length === 0 ? (
          <p className="fb-muted">Looking for free times …</p>
        ) : null}
      </div>
      <RefusalNote errors={errors} />
      <OtherTime onChoose={onChoose} start={start} zone={zone} />
      {below(shown)}
    </>
  )
}
