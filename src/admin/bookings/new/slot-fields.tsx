'use client'
import { useCallback, useEffect, useState } from 'react'
import type { SlotAnswer, SlotsAnswer } from '../../../contracts/scheduling/slots.ts'
import { Glyph } from '../../ui/glyph.tsx'
import type { ServiceChoice } from './booking-draft.ts'
import { AskWhyNot } from '../visits/ask-why-not.tsx'
import { type PlaceQuery, slotsPath } from './people-query.ts'
import { SlotButtons } from './slot-buttons.tsx'
import { SlotWeek } from './slot-week.tsx'

type SlotFieldsProps = {
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

const emptyWords = ({ mode, reason }: SlotsAnswer): string => {
  if (reason === 'unknown-postcode') {
    return 'No service area covers this postcode. Check it, or set a time by hand below.'
  }
  return mode === 'request'
    ? 'This service has no fixed slots. Set a time by hand below.'
    : 'No one who is qualified is free in these days. Try later days.'
}

/** When: a week of days with their free slots, in the zone of the place. */
export const SlotFields = (props: SlotFieldsProps) => {
  const { service, place, zone, start, onChoose, onZone } = props
  const [zoneName, setZoneName] = useState('')

  const hear = useCallback(
    (answer: SlotsAnswer) => {
      setZoneName(answer.zoneName)
      onZone(answer.timezone)
    },
    [onZone],
  )
  // Opened by keyboard, the step has the focus on its heading until there is a time to choose.
  useEffect(() => {
    const step = document.activeElement?.closest('.fb-step--time')
    if (zoneName && step && document.activeElement?.matches('h2'))
      step.querySelector<HTMLElement>('.fb-slot')?.focus()
  }, [zoneName])

  return (
    <div className="fb-times">
      {zoneName ? <p className="fb-muted">Times in {zoneName}</p> : null}
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
        <SlotWeek
          emptyWords={emptyWords}
          onAnswer={hear}
          onChoose={onChoose}
          below={(shown) => (
            <AskWhyNot
              onPerson={props.onPerson}
              onStart={onChoose}
              question={{ service: service.id, place, zone, quantity: props.people }}
              start={start}
              today={shown}
            />
          )}
          pathFor={(week) => slotsPath({ service: service.id, ...week, place, crew: props.people })}
          start={start}
          zone={zone}
        />
      ) : (
        <p className="fb-muted">
          <Glyph name="clock" /> Free times appear once the service and the place are known.
        </p>
      )}
    </div>
  )
}
