'use client'
import FullCalendar from '@fullcalendar/react'
import dayGridPlugin from '@fullcalendar/react/daygrid'
import interactionPlugin from '@fullcalendar/react/interaction'
import listPlugin from '@fullcalendar/react/list'
import '@fullcalendar/react/skeleton.css'
import classicTheme from '@fullcalendar/react/themes/classic'
import '@fullcalendar/react/themes/classic/theme.css'
import '@fullcalendar/react/themes/classic/palette.css'
import timeGridPlugin from '@fullcalendar/react/timegrid'
import { panelLocale } from '../../ui/panel-locale.ts'
import { visitLook } from '../../ui/status-looks.ts'
import { clockIn, dateIn, hoursIn } from '../../ui/zoned-time.ts'
import { type BoardVisit, isOpen } from '../board/board-visit.ts'
import { CalendarEvent, type CalendarEventFacts } from './calendar-event.tsx'

export type CalendarView = 'dayGridMonth' | 'listWeek' | 'timeGridDay' | 'timeGridWeek'

export type CalendarGridProps = {
  visits: readonly BoardVisit[]
  /** Names of the fieldworkers by id. */
  names: ReadonlyMap<string, string>
  timezone: string
  view: CalendarView
  date: string
  /** Whether open visits are dragged to another time and lengthened. */
  mayMove: boolean
  onOpen: (id: string) => void
  /** A visit was dropped or lengthened: its new times in epoch milliseconds. */
  onMove: (id: string, to: { start: number; end: number }) => void
  /** Another range or view is shown: its dates, both inclusive, and the date it stands for. */
  onDates: (shown: { from: string; to: string; date: string; view: CalendarView }) => void
}

const eventOf = (visit: BoardVisit, { names, timezone, mayMove }: CalendarGridProps) => {
  const look = visitLook(visit)
  const facts: CalendarEventFacts = {
    ...{ look, service: visit.service, customer: visit.customer, suburb: visit.place },
    person: names.get(visit.person ?? '') ?? '',
    span: hoursIn(visit.start, visit.end, timezone),
    start: clockIn(visit.start, timezone),
  }
  return {
    id: visit.id,
    editable: mayMove && isOpen(visit),
    start: visit.start,
    end: visit.end,
    title: visit.service,
    color: `var(--fb-${look.tone})`,
    contrastColor: `var(--fb-${look.tone}-ink)`,
    className: `fb-event fb-event--${visit.status}`,
    extendedProps: facts,
  }
}

type Dropped = {
  event: { id: string; start: Date | null; end: Date | null }
  revert: () => void
}

const dateTitle = { day: 'numeric', month: 'short', year: 'numeric' } as const

/** Where the day and week are opened: at seven. */
const openedAt = '07:00:00'

/** FullCalendar with the company's zone and colours; only the calendar's page loads it. */
export const CalendarGrid = (props: CalendarGridProps) => {
  const { visits, timezone, view, date, onOpen, onMove, onDates } = props
  // The command decides: until it has, the visit is shown where the page puts it, not the library.
  const drop = ({ event, revert }: Dropped) => {
    const { id, start, end } = event
    revert()
    if (start && end) onMove(id, { start: start.getTime(), end: end.getTime() })
  }
  return (
    <FullCalendar
      allDaySlot={false}
      dayMaxEvents
      eventClick={({ event, jsEvent }) => {
        jsEvent.preventDefault()
        onOpen(event.id)
      }}
      eventContent={({ event, view: shown }) => (
        <CalendarEvent {...(event.extendedProps as CalendarEventFacts)} view={shown.type} />
      )}
      eventDisplay="block"
      eventDrop={drop}
      eventResize={drop}
      snapDuration="00:15:00"
      eventMaxStack={4}
      eventInteractive
      events={visits.map((visit) => eventOf(visit, props))}
      firstDay={1}
      headerToolbar={{
        start: 'prev,next today',
        center: 'title',
        end: 'dayGridMonth,timeGridWeek,timeGridDay,listWeek',
      }}
      buttons={{ today: { hint: 'Today' } }}
      headingLevel={2}
      height="var(--fb-calendar-height)"
      initialDate={date}
      initialView={view}
      locale={panelLocale()}
      moreLinkClass="fb-more"
      navLinkClass="fb-daylink"
      navLinks
      nowIndicator
      plugins={[dayGridPlugin, timeGridPlugin, listPlugin, interactionPlugin, classicTheme]}
      datesSet={({ start, end, view: shown }) =>
        onDates({
          from: dateIn(start.getTime(), timezone),
          to: dateIn(end.getTime() - 1, timezone),
          date: dateIn(shown.currentStart.getTime(), timezone),
          view: shown.type as CalendarView,
        })
      }
      slotEventOverlap={false}
      views={{
        timeGridWeek: { eventMaxStack: 3, titleFormat: dateTitle },
        timeGridDay: { titleFormat: { weekday: 'long', ...dateTitle } },
      }}
      scrollTime={openedAt}
      timeZone={timezone}
    />
  )
}
