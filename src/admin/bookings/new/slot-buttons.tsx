'use client'
import type { SlotAnswer } from '../../../contracts/scheduling/slots.ts'
import { dayIn, spanIn } from '../../ui/zoned-time.ts'

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

/** Free starts as buttons, each with the number of people who can take it. */
export const SlotButtons = (props: {
  slots: SlotAnswer[]
  zone: string
  start: string
  withDay: boolean
  onChoose: (start: string) => void
}) => (
  <ul className="fb-slots">
    {props.slots.map((slot) => (
      <li key={slot.start}>
        <button
          aria-pressed={props.start === slot.start}
          className="fb-slot"
          onClick={() => props.onChoose(slot.start)}
          type="button"
        >
          <span>
            {props.withDay ? `${dayIn(slot.start, props.zone)}, ` : ''}
            {spanIn(slot.start, slot.end, props.zone)}
          </span>
          <span className="fb-slot__people">{people(slot.available)}</span>
        </button>
      </li>
    ))}
  </ul>
)
