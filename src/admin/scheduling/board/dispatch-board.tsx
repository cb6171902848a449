'use client'
import { useMemo, useRef, useState } from 'react'
import type { BoardAnswer } from '../../../contracts/scheduling/board.ts'
import type { Conflict } from '../../../contracts/scheduling/conflicts.ts'
import { LiveNote } from '../../ui/live-note.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { dateIn, dayIn } from '../../ui/zoned-time.ts'
import { VisitDialog } from '../visit-dialog.tsx'
import { AssignDrawer } from './assign-drawer.tsx'
import { axisOf } from './axis.ts'
import { type BoardAddress, stepped } from './board-address.ts'
import { BoardContext, type BoardContextValue, type TabCount } from './board-context.ts'
import { type BoardVisit, isOnBoard, isOpen } from './board-visit.ts'
import { BoardLookControls } from './board-look-controls.tsx'
import { BoardRefusalBar } from './board-refusal.tsx'
import { BoardSummary } from './board-summary.tsx'
import { BoardTabs } from './board-tabs.tsx'
import { BoardToolbar } from './board-toolbar.tsx'
import { ColourChoice } from './colour-choice.tsx'
import { ConflictList } from './conflict-list.tsx'
import { DayMapView } from './day-map.tsx'
import { DayTimeline } from './day-timeline.tsx'
import type { FreeSpot } from './free-spot.ts'
import { HelpSheet } from './help-sheet.tsx'
import type { MapTiles } from '../map/use-map.ts'
import { matches } from './matches.ts'
import { MonthGrid } from './month-grid.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { withSpots } from './moves.ts'
import { PeopleFilters } from './people-filters.tsx'
import { PlanDay } from './plan-day.tsx'
import { SlotDialog } from './slot-dialog.tsx'
import { Tray } from './tray.tsx'
import { UndoToast } from './undo-toast.tsx'
import { useBoardLook } from './use-board-look.ts'
import { useBoard } from './use-board.ts'
import { useBoardKeys } from './use-board-keys.ts'
import { useConflicts } from './use-conflicts.ts'
import { useDrag } from './use-drag.ts'
import { useKeyMoves } from './use-key-moves.ts'
import { useLiveBoard } from './use-live-board.ts'
import { useMoves } from './use-moves.ts'
import { useNow } from './use-now.ts'
import { usePlanUndo } from './use-plan-undo.ts'
import { useRows } from './use-rows.ts'
import { useWhoCannot } from './use-who-cannot.ts'
import { useReading } from './use-reading.ts'
import { WeekGrid } from './week-grid.tsx'

export type DispatchBoardProps = {
  address: BoardAddress
  answer: BoardAnswer
  conflicts: Conflict[]
  tabs: TabCount[]
  admin: string
  mayAssign: boolean
  mayMove: boolean
  mayBook: boolean
  mayEnterTimeOff: boolean
  tiles: MapTiles | undefined
}

/** Views of more than one day, which cannot be planned as one. */
const isLong = (view: BoardAddress['view']) => view === 'week' || view === 'month'

type Sheet = { kind: 'assign' | 'move' | 'open'; visit: BoardVisit }

/** The dispatch board: who goes where, when; every move by mouse, finger, key or form. */
export const DispatchBoard = (props: DispatchBoardProps) => {
  const { admin, mayAssign, mayMove } = props
  const { board, address, errors, isWaiting, go, refresh } = useBoard(props)
  const { look, choose } = useBoardLook()
  const now = useNow()
  const conflicts = useConflicts(board, props.conflicts)
  const { tabs } = useReading(board, '/api/app/tabs', { tabs: props.tabs })
  const moves = useMoves(board, refresh)
  const [sheet, setSheet] = useState<Sheet>()
  const [spot, setSpot] = useState<FreeSpot>()
  const [hasHelp, setHelp] = useState(false)
  const [isPlanning, setPlanning] = useState(false)
  const [text, setText] = useState('')
  const findBox = useRef<HTMLInputElement>(null)

  const shown = useMemo(
    () => withSpots(board.visits.filter(isOnBoard), moves.spots),
    [board.visits, moves.spots],
  )
  const rows = useRows(board, address)
  const visits = useMemo(
    () =>
      shown
        .filter(({ person }) => person === null || rows.has(person))
        .filter((visit) => text === '' || matches(visit, text)),
    [rows, shown, text],
  )
  const axis = useMemo(() => axisOf(board), [board])
  const plan = usePlanUndo({ refresh, announce: moves.announce })
  const undoable = plan.last ? plan : moves
  const changed = useLiveBoard({ board, refresh, announce: moves.announce })
  const { ghost, grab, hasDragged } = useDrag({
    axis,
    zone: board.timezone,
    mayMove,
    mayAssign,
    onDrop: (visit, to) => void moves.move(visit, to),
  })
  const show = (kind: Sheet['kind']) => (visit: BoardVisit) => {
    moves.dismiss()
    setSheet({ kind, visit })
  }
  const cannot = useRef<ReadonlyMap<string, string>>(new Map())
  const { carried, onKey } = useKeyMoves({
    ...{
      cannot,
      board: rows.board,
      visits,
      mayAssign,
      mayMove,
      move: moves.move,
      announce: moves.announce,
    },
    assign: show('assign'),
  })
  const held = ghost ?? carried
  cannot.current = useWhoCannot(mayAssign ? held?.visit.id : undefined)
  useBoardKeys({
    onToday: () => go({ date: dateIn(Date.now(), board.timezone) }),
    onStep: (by) => go({ date: stepped(address.date, address.view, by) }),
    onFind: () => findBox.current?.focus(),
    onHelp: () => setHelp(true),
    onUndo: () => void undoable.undo(),
  })

  const context: BoardContextValue = {
    ...{ visits, axis, now, admin, mayAssign, mayMove, changed, conflicts },
    board: rows.board,
    cannot: cannot.current,
    ...{ grab, onKey },
    ghost: held,
    assign: show('assign'),
    moveTo: show('move'),
    openSpot: (free) => {
      if (!hasDragged.current) setSpot(free)
      hasDragged.current = false
    },
    open: (visit) => {
      if (hasDragged.current) {
        hasDragged.current = false
        return
      }
      if (!carried) show('open')(visit)
    },
  }
  const close = () => setSheet(undefined)
  const current = sheet ? (shown.find(({ id }) => id === sheet.visit.id) ?? sheet.visit) : undefined
  const forms = {
    visit: current as BoardVisit,
    move: moves.move,
    moves,
    onClose: close,
  }

  return (
    <BoardContext value={context}>
      <BoardToolbar
        address={address}
        board={board}
        findBox={findBox}
        found={visits.length}
        go={go}
        isWaiting={isWaiting}
        look={address.view === 'day' ? <BoardLookControls choose={choose} look={look} /> : null}
        onHelp={() => setHelp(true)}
        onPlan={mayAssign && mayMove && !isLong(address.view) ? () => setPlanning(true) : undefined}
        onText={setText}
        people={
          <PeopleFilters
            filter={address}
            onFilter={go}
            people={board.people}
            shown={rows.board.people.length}
          >
            <ColourChoice choose={choose} look={look} />
          </PeopleFilters>
        }
        text={text}
      />
      <BoardTabs admin={admin} tabs={tabs} />
      <BoardSummary />
      <LiveNote zone={board.timezone} />
      {errors.length > 0 ? (
        <div className="fb-board-refusal">
          <RefusalNote errors={errors} />
          <button className="fb-button" onClick={() => void refresh()} type="button">
            Try again
          </button>
        </div>
      ) : null}
      {sheet ? null : <BoardRefusalBar moves={moves} />}
      {plan.errors.length > 0 ? (
        <div className="fb-board-refusal">
          <RefusalNote errors={plan.errors} />
          <button className="fb-ghost" onClick={plan.dismiss} type="button">
            Dismiss
          </button>
        </div>
      ) : null}
      <p aria-live="polite" className="fb-sr" id="board-said">
        {moves.announcement}
      </p>
      <div
        className="fb-board"
        data-colour={look.colour}
        data-compact={look.isCompact || undefined}
        data-dragging={ghost !== undefined || undefined}
        data-zoom={look.zoom}
      >
        <div className="fb-board__side">
          <ConflictList />
          <Tray />
        </div>
        {address.view === 'week' ? (
          <WeekGrid onDay={(date) => go({ date, view: 'day' })} />
        ) : address.view === 'month' ? (
          <MonthGrid onDay={(date) => go({ date, view: 'day' })} />
        ) : address.view === 'map' ? (
          <DayMapView tiles={props.tiles} />
        ) : (
          <DayTimeline zoom={look.zoom} />
        )}
      </div>
      <UndoToast last={undoable.last} undo={undoable.undo} />
      {sheet?.kind === 'assign' ? <AssignDrawer {...forms} tiles={props.tiles} /> : null}
      {sheet?.kind === 'move' ? (
        <MoveDialog {...forms} board={board} mayAssign={mayAssign} mayMove={mayMove} />
      ) : null}
      {sheet?.kind === 'open' && current ? (
        <VisitDialog admin={admin} id={current.id} onChanged={() => void refresh()} onClose={close}>
          {isOpen(current) && mayAssign ? (
            <button className="fb-button" onClick={() => show('assign')(current)} type="button">
              Assign to…
            </button>
          ) : null}
          {isOpen(current) && mayMove ? (
            <button className="fb-button" onClick={() => show('move')(current)} type="button">
              Move to…
            </button>
          ) : null}
        </VisitDialog>
      ) : null}
      {spot ? (
        <SlotDialog
          mayBook={props.mayBook}
          mayEnterTimeOff={props.mayEnterTimeOff}
          onChanged={() => void refresh()}
          onClose={() => setSpot(undefined)}
          spot={spot}
        />
      ) : null}
      {isPlanning ? (
        <PlanDay
          date={address.date}
          onApplied={plan.onApplied}
          onClose={() => setPlanning(false)}
          title={dayIn(board.start, board.timezone)}
        />
      ) : null}
      {hasHelp ? <HelpSheet onClose={() => setHelp(false)} /> : null}
    </BoardContext>
  )
}
