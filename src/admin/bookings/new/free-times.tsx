'use client'
import type { SlotAnswer } from '../../../contracts/scheduling/slots.ts'
import { AskWhyNot } from '../visits/ask-why-not.tsx'
import { type PlaceQuery, slotsPath } from './people-query.ts'
import { SlotButtons } from './slot-buttons.tsx'
import { SlotWeek } from './slot-week.tsx'

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

const nobodyFree = () => 'No one who is qualified is free in these days.'

/** The free times for a visit that moves, a week at a time, or a time set by hand. */
export const FreeTimes = (props: FreeTimesProps) => {
  const { service, place, zone, start, near, except, crew, alternatives, onChoose } = props
  return (
    <div className="fb-freetimes">
      {alternatives.length > 0 ? (
        <div className="fb-alternatives" role="group" aria-label="The next free times">
          <p>That time is taken. The next free times:</p>
          <SlotButtons onChoose={onChoose} slots={alternatives} start={start} withDay zone={zone} />
        </div>
      ) : null}
      <SlotWeek
        emptyWords={nobodyFree}
        onChoose={onChoose}
        below={(shown) => (
          <AskWhyNot
            onStart={onChoose}
            question={{ service, place, zone, except, quantity: crew }}
            start={start}
            today={shown}
          />
        )}
        near={near}
        pathFor={(week) => slotsPath({ service, ...week, place, except, crew })}
        start={start}
        zone={zone}
      />
    </div>
  )
}
