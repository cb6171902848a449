'use client'
import { useState } from 'react'
import type { SlotAnswer } from '../../contracts/slots.ts'
import { datesFrom } from '../ui/days.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { dateIn } from '../ui/zoned-time.ts'
import { AskWhyNot } from './ask-why-not.tsx'
import { OtherTime } from './other-time.tsx'
import { type PlaceQuery, slotsPath } from './people-query.ts'
import { SlotButtons } from './slot-buttons.tsx'
import { useSlots } from './use-slots.ts'
import { WeekDays } from './week-days.tsx'

type FreeTimesProps = {
  service: string
  place: PlaceQuery
  zone: string
  start: string
  /** Instant around which to begin, where it is still ahead. */
  near?: string | undefined
  /** The visit that moves: its own time counts as free. */
  except?: string | undefined
  /** People who go at the same time. */
  crew?: number | undefined
  /** Offered by the server when the chosen time was lost. */
  alternatives: SlotAnswer[]
  onChoose: (start: string) => void
}

const shownDays = 7
const dayMs = 86_400_000

/** The free times for a visit that moves, a week at a time, or a time set by hand. */
export const FreeTimes = (props: FreeTimesProps) => {
  const { service, place, zone, start, near, except, crew, alternatives, onChoose } = props
  const today = dateIn(Date.now(), zone)
  const [from, setFrom] = useState(() => {
    const wanted = near ? dateIn(near, zone) : today
    return wanted > today ? wanted : today
  })
  const [day, setDay] = useState('')
  const dates = datesFrom(from, shownDays)
  const to = dates.at(-1) ?? from
  const { answer, errors, waiting } = useSlots(
    slotsPath({ service, from, to, place, except, crew }),
  )
  const slots = answer?.slots ?? []
  const on = (date: string) => slots.filter((slot) => dateIn(slot.start, zone) === date)
  const firstOpen = dates.find((date) => on(date).length > 0)
  const shown = dates.includes(day) && on(day).length > 0 ? day : (firstOpen ?? from)

  const move = (days: number) => {
    const moved = new Date(Date.parse(`${from}T00:00:00Z`) + days * dayMs)
    const date = moved.toISOString().slice(0, 10)
    setFrom(date < today ? today : date)
  }

  return (
    <div className="fb-freetimes">
      {alternatives.length > 0 ? (
        <div className="fb-alternatives" role="group" aria-label="The next free times">
          <p>That time is taken. The next free times:</p>
          <SlotButtons onChoose={onChoose} slots={alternatives} start={start} withDay zone={zone} />
        </div>
      ) : null}
      <WeekDays
        countOn={(date) => on(date).length}
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
        {answer && slots.length === 0 ? (
          <p className="fb-muted">No one who is qualified is free in these days.</p>
        ) : null}
      </div>
      <RefusalNote errors={errors} />
      <OtherTime onChoose={onChoose} start={start} zone={zone} />
      <AskWhyNot
        onStart={onChoose}
        question={{ service, place, zone, except, quantity: crew }}
        start={start}
        today={shown}
      />
    </div>
  )
}
