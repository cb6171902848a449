'use client'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BoardAnswer } from '../../../contracts/scheduling/board.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { liveState } from '../../ui/live-line.ts'
import { LiveNote } from '../../ui/live-note.tsx'
import { StatusPill } from '../../ui/status-pills.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { statusChoices } from '../../ui/status-looks.ts'
import { useLive } from '../../ui/use-live.ts'
import { type Board, type BoardVisit, isOpen } from '../board/board-visit.ts'
import { BoardRefusalBar } from '../board/board-refusal.tsx'
import { withSpots } from '../board/moves.ts'
import { readBoardAnswer } from '../board/read-board-answer.ts'
import { MoveDialog } from '../board/move-dialog.tsx'
import { UndoToast } from '../board/undo-toast.tsx'
import { useMoves } from '../board/use-moves.ts'
import { VisitDialog } from '../visit-dialog.tsx'
import { useSettled } from './use-settled.ts'
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
  mayAssign: boolean
  mayMove: boolean
}

const nothing: Board = {
  ...{ timezone: 'UTC', zoneName: '', start: 0, end: 0 },
  ...{ people: [], services: [], locations: [], visits: [] },
  travel: { speedKmh: 40, roadFactor: 1.3 },
}

type Shown = Parameters<CalendarGridProps['onDates']>[0]

/** The bookings calendar: month, week, day and list, filtered, live, each booking one click away. */
export const BookingCalendar = (props: BookingCalendarProps) => {
  const { admin, timezone, view, date, mayAssign, mayMove } = props
  const [filter, setFilter] = useState(props.filter)
  const [board, setBoard] = useState<Board>()
  const [errors, setErrors] = useState<Refusal[]>([])
  const [opened, setOpened] = useState<string>()
  const [moving, setMoving] = useState<BoardVisit>()
  const shown = useRef<Shown>(undefined)

  const load = useCallback(async () => {
    const asked = shown.current
    if (!asked) return
    const { from, to } = asked
    const answer = await callApi<BoardAnswer>(`/api/app/board?${new URLSearchParams({ from, to })}`)
    if (shown.current !== asked) return
    if (answer.ok) setBoard(readBoardAnswer(answer.data))
    // A line that is down says so itself; what is shown stays.
    if (answer.ok || liveState() === 'live') setErrors(answer.ok ? [] : answer.errors)
  }, [])
  useLive(useCallback(() => void load(), [load]))
  const moves = useMoves(board ?? nothing, load)

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
  const { spots, move } = moves
  const visits = useMemo(
    () => withSpots(board?.visits ?? [], spots).filter((visit) => isShown(visit, filter)),
    [board, filter, spots],
  )
  const onMove = useCallback<CalendarGridProps['onMove']>(
    (id, to) => {
      const visit = board?.visits.find((one) => one.id === id)
      if (visit) void move(visit, { person: visit.person, ...to })
    },
    [board, move],
  )

  const names = useMemo(
    () => new Map((board?.people ?? []).map(({ id, name }) => [id, name])),
    [board],
  )
  const isAnswered = board !== undefined || errors.length > 0
  const isSettled = useSettled(isAnswered)
  const current = board?.visits.find(({ id }) => id === opened)

  return (
    <>
      <CalendarFilters board={board ?? nothing} filter={filter} onFilter={setFilter} />
      <ul aria-label="What the colours mean" className="fb-legend">
        {statusChoices.map(({ value }) => (
          <li key={value}>
            <StatusPill status={value} />
          </li>
        ))}
      </ul>
      <LiveNote zone={timezone} />
      {errors.length > 0 ? (
        <div className="fb-board-refusal">
          <RefusalNote errors={errors} />
          <button className="fb-button" onClick={() => void load()} type="button">
            Try again
          </button>
        </div>
      ) : null}
      {moving ? null : <BoardRefusalBar moves={moves} />}
      <p aria-live="polite" className="fb-hint fb-calendar__count">
        {board ? `${visits.length} visits shown` : ''}
      </p>
      <div
        aria-busy={!isSettled}
        className="fb-calendar"
        data-settling={isSettled ? undefined : true}
      >
        <Suspense fallback={null}>
          <CalendarGrid
            date={date}
            mayMove={mayMove}
            names={names}
            onMove={onMove}
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
        >
          {current && isOpen(current) && mayMove ? (
            <button
              className="fb-button"
              onClick={() => {
                setOpened(undefined)
                setMoving(current)
              }}
              type="button"
            >
              {current.status === 'confirmed' ? 'Reschedule…' : 'Move to…'}
            </button>
          ) : null}
        </VisitDialog>
      ) : null}
      {moving && board ? (
        <MoveDialog
          board={board}
          mayAssign={mayAssign}
          mayMove={mayMove}
          move={moves.move}
          onClose={() => {
            moves.dismiss()
            setMoving(undefined)
          }}
          moves={moves}
          visit={moving}
        />
      ) : null}
      <p aria-live="polite" className="fb-sr">
        {moves.announcement}
      </p>
      <UndoToast last={moves.last} undo={moves.undo} />
    </>
  )
}
