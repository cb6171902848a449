'use client'
import { useEffect, useState } from 'react'
import type { SlotAnswer } from '../../contracts/slots.ts'
import { datesFrom } from '../ui/days.ts'
import { Glyph } from '../ui/glyph.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { dateIn } from '../ui/zoned-time.ts'
import type { ServiceChoice } from './booking-draft.ts'
import { AskWhyNot } from './ask-why-not.tsx'
import { OtherTime } from './other-time.tsx'
import { type PlaceQuery, slotsPath } from './people-query.ts'
import { SlotButtons } from './slot-buttons.tsx'
import { Step } from './step.tsx'
import { useSlots } from './use-slots.ts'
import { WeekDays } from './week-days.tsx'

type SlotStepProps = {
  service: ServiceChoice | undefined
  place: PlaceQuery | undefined
  quantity: number
  /** People who go at the same time. */
  people: number
  start: string
  zone: string
  /** Offered by the server when the chosen slot was lost. */
  alternatives: SlotAnswer[]
  onChoose: (start: string) => void
  /** Chooses a person along with the time that was asked about. */
  onPerson?: ((person: { id: string; name: string }, start: string) => void) | undefined
  onZone: (zone: string) => void
}

const shownDays = 7

/** When: a week of days with their free slots, in the zone of the place. */
export const SlotStep = (props: SlotStepProps) => {
  const { service, place, zone, start, onChoose, onZone } = props
  const today = dateIn(Date.now(), zone)
  const [from, setFrom] = useState(today)
  const [day, setDay] = useState('')
  const dates = datesFrom(from, shownDays)
  const path =
    service && place
      ? slotsPath({
          service: service.id,
          from,
          to: dates.at(-1) ?? from,
          place,
          crew: props.people,
        })
      : undefined
  const { answer, errors, waiting } = useSlots(path)
  const slots = answer?.slots ?? []
  const on = (date: string) => slots.filter((slot) => dateIn(slot.start, zone) === date)
  const firstOpen = dates.find((date) => on(date).length > 0)
  const shown = dates.includes(day) && on(day).length > 0 ? day : (firstOpen ?? from)

  useEffect(() => {
    if (answer?.timezone) onZone(answer.timezone)
  }, [answer?.timezone, onZone])

  const move = (days: number) => {
    const next = datesFrom(from, 1)[0] ?? today
    const moved = new Date(Date.parse(`${next}T00:00:00Z`) + days * 86_400_000)
    const date = moved.toISOString().slice(0, 10)
    setFrom(date < today ? today : date)
  }

  return (
    <Step
      aside={answer ? <span className="fb-muted">Times in {answer.zoneName}</span> : null}
      number={4}
      title="When"
    >
      {props.alternatives.length > 0 ? (
        <div className="fb-alternatives" role="group" aria-label="The next free times">
          <p>That time has just gone. The next free times:</p>
          <SlotButtons
            onChoose={onChoose}
            slots={props.alternatives}
            start={start}
            withDay
            zone={zone}
          />
        </div>
      ) : null}
      {service && place ? (
        <>
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
              <p className="fb-muted">
                {answer.reason === 'unknown-postcode'
                  ? 'No service area covers this postcode. Check it, or set a time by hand below.'
                  : answer.mode === 'request'
                    ? 'This service has no fixed slots. Set a time by hand below.'
                    : 'No one who is qualified is free in these days. Try later days.'}
              </p>
            ) : null}
          </div>
          <RefusalNote errors={errors} />
          <OtherTime onChoose={onChoose} start={start} zone={zone} />
          <AskWhyNot
            onPerson={props.onPerson}
            onStart={onChoose}
            question={{ service: service.id, place, zone, quantity: props.people }}
            start={start}
            today={shown}
          />
        </>
      ) : (
        <p className="fb-muted">
          <Glyph name="clock" /> Free times appear once the service and the place are known.
        </p>
      )}
    </Step>
  )
}
