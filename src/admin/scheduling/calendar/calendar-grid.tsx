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
import { Glyph } from '../../ui/glyph.tsx'
import { visitLook } from '../../ui/pills.tsx'
import { dateIn } from '../../ui/zoned-time.ts'
import type { BoardVisit } from '../board/board-model.ts'

export type CalendarView = 'dayGridMonth' | 'listWeek' | 'timeGridDay' | 'timeGridWeek'

export type CalendarGridProps = {
  visits: readonly BoardVisit[]
  timezone: string
  view: CalendarView
  date: string
  onOpen: (id: string) => void
  /** Another range or view is shown: its dates, both inclusive, and the date it stands for. */
  onDates: (shown: { from: string; to: string; date: string; view: CalendarView }) => void
}

const eventOf = (visit: BoardVisit) => {
  const { tone, label, glyph } = visitLook(visit)
  return {
    id: visit.id,
    start: visit.start,
    end: visit.end,
    title: visit.service,
    color: `var(--fb-${tone})`,
    contrastColor: `var(--fb-${tone}-ink)`,
    className: `fb-event fb-event--${visit.status}`,
    extendedProps: { who: visit.customer, where: visit.suburb, label, glyph },
  }
}

type Extra = {
  who: string
  where: string
  label: string
  glyph: Parameters<typeof Glyph>[0]['name']
}

/** Where the day and week are opened: at seven. */
const openedAt = '07:00:00'

/** FullCalendar with the company's zone and colours; only the calendar's page loads it. */
export const CalendarGrid = (props: CalendarGridProps) => {
  const { visits, timezone, view, date, onOpen, onDates } = props
  return (
    <FullCalendar
      allDaySlot={false}
      dayMaxEvents
      eventClick={({ event, jsEvent }) => {
        jsEvent.preventDefault()
        onOpen(event.id)
      }}
      eventContent={({ event, timeText, view: shown }) => {
        const { who, where, label, glyph } = event.extendedProps as Extra
        return (
          <span
            className={`fb-event__text ${shown.type === 'dayGridMonth' ? 'fb-event__text--line' : ''}`}
            title={`${label}: ${event.title}, ${who}, ${where}`}
          >
            <Glyph name={glyph} size={11} /> <span className="fb-sr">{label}</span>
            <span className="fb-event__time">{timeText}</span> <strong>{event.title}</strong>{' '}
            <span>{[who, where].filter(Boolean).join(' · ')}</span>
          </span>
        )
      }}
      eventDisplay="block"
      eventMaxStack={4}
      eventInteractive
      events={visits.map(eventOf)}
      eventTimeFormat={{ hour: 'numeric', minute: '2-digit', meridiem: 'short' }}
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
      locale="en-AU"
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
      scrollTime={openedAt}
      timeZone={timezone}
    />
  )
}
