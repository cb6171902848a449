import { Glyph } from '../../ui/glyph.tsx'
import type { Look } from '../../ui/status-looks.ts'
import { Pill } from '../../ui/status-pills.tsx'

export type CalendarEventFacts = {
  look: Look
  service: string
  customer: string
  suburb: string
  /** Who goes; empty while nobody does. */
  person: string
  /** From when till when, and from when alone. */
  span: string
  start: string
}

type CalendarEventProps = CalendarEventFacts & { view: string }

const shapes: Record<string, string> = {
  dayGridMonth: 'fb-event__text--line',
  timeGridWeek: 'fb-event__text--block fb-event__text--week',
  timeGridDay: 'fb-event__text--block',
}

/** One visit as the view has room for it: a line, a block of lines, or a row of the list. */
export const CalendarEvent = (props: CalendarEventProps) => {
  const { look, service, customer, suburb, person, view } = props
  const where = [customer, suburb].filter(Boolean).join(' · ')
  if (view === 'listWeek')
    return (
      <span className="fb-event__text fb-event__text--row">
        <span className="fb-event__time">{props.span}</span>
        <Pill {...look} />
        <strong>{service}</strong>
        <span>{where}</span>
        <span>{person}</span>
      </span>
    )
  // An hour of the day is three lines high.
  const isDay = view === 'timeGridDay'
  return (
    <span
      className={`fb-event__text ${shapes[view] ?? ''}`}
      title={[`${look.label}: ${service}`, where, person].filter(Boolean).join(', ')}
    >
      <span className="fb-event__time">
        <Glyph name={look.glyph} size={11} /> <span className="fb-sr">{look.label}</span>
        {isDay ? [props.span, person].filter(Boolean).join(' · ') : props.start}
      </span>{' '}
      <strong>{service}</strong> <span>{where}</span> {isDay ? null : <span>{person}</span>}
    </span>
  )
}
