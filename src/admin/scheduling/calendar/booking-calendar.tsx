'use client'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BoardAnswer } from '../../../contracts/board.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { StatusPill } from '../../ui/pills.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { statusChoices } from '../../ui/status-choices.ts'
import { type Board, readBoardAnswer } from '../board/board-model.ts'
import { useLive } from '../board/use-live.ts'
import { VisitDialog } from '../visit-dialog.tsx'
import { type CalendarFilter, filterQuery, isShown } from './calendar-filter.ts'
import { CalendarFilters } from './calendar-filters.tsx'
import type { CalendarGridProps, CalendarView } from './calendar-grid.tsx'

const CalendarGrid = lazy(() =>
  import('./calendar-grid.tsx').then((loaded) => ({ default: loaded.CalendarGrid })),
)

export type BookingCalendarProps = {
  admin: string
  timezone: string
  filter: CalendarFilter
  view: CalendarView
  date: string
}

type Shown = Parameters<CalendarGridProps['onDates']>[0]

/** The bookings calendar: month, week, day and list, filtered, live, each booking one click away. */
export const BookingCalendar = (props: BookingCalendarProps) => {
  const { admin, timezone, view, date } = props
  const [filter, setFilter] = useState(props.filter)
  const [board, setBoard] = useState<Board>()
  const [errors, setErrors] = useState<Refusal[]>([])
  const [opened, setOpened] = useState<string>()
  const shown = useRef<Shown>(undefined)

  const load = useCallback(async () => {
    const asked = shown.current
    if (!asked) return
    const { from, to } = asked
    const answer = await callApi<BoardAnswer>(`/api/app/board?${new URLSearchParams({ from, to })}`)
    if (shown.current !== asked) return
    setErrors(answer.ok ? [] : answer.errors)
    if (answer.ok) setBoard(readBoardAnswer(answer.data))
  }, [])
  useLive(useCallback(() => void load(), [load]))

  const write = useCallback((to: CalendarFilter) => {
    if (!shown.current) return
    const at = { view: shown.current.view, date: shown.current.date }
    const query = new URLSearchParams({ ...at, ...filterQuery(to) })
    window.history.replaceState(null, '', `${window.location.pathname}?${query}`)
  }, [])
  useEffect(() => write(filter), [filter, write])

  const onDates = useCallback(
    (dates: Shown) => {
      const before = shown.current
      if (before && JSON.stringify(before) === JSON.stringify(dates)) return
      shown.current = dates
      write(filter)
      void load()
    },
    [filter, load, write],
  )
  const visits = useMemo(
    () => (board?.visits ?? []).filter((visit) => isShown(visit, filter)),
    [board, filter],
  )

  return (
    <>
      <CalendarFilters
        board={board ?? { services: [], locations: [], people: [] }}
        filter={filter}
        onFilter={setFilter}
      />
      <ul aria-label="What the colours mean" className="fb-legend">
        {statusChoices.map(({ value }) => (
          <li key={value}>
            <StatusPill status={value} />
          </li>
        ))}
      </ul>
      <RefusalNote errors={errors} />
      <p aria-live="polite" className="fb-hint">
        {board ? `${visits.length} visits shown` : ''}
      </p>
      <div className="fb-calendar">
        <Suspense fallback={<div aria-hidden="true" className="fb-calendar__waiting" />}>
          <CalendarGrid
            date={date}
            onDates={onDates}
            onOpen={setOpened}
            timezone={timezone}
            view={view}
            visits={visits}
          />
        </Suspense>
      </div>
      {opened ? (
        <VisitDialog
          admin={admin}
          id={opened}
          onChanged={() => void load()}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </>
  )
}
