'use client'
import { StatusPill } from '../../ui/status-pills.tsx'
import { type Choice, SelectField } from '../../ui/select-field.tsx'
import { statusChoices } from '../../ui/status-looks.ts'
import type { Board } from '../board/board-visit.ts'
import { type CalendarFilter, everything, filterQuery } from './calendar-filter.ts'
import { teamWord } from '../../ui/team-word.ts'

type CalendarFiltersProps = {
  board: Pick<Board, 'locations' | 'people' | 'services'>
  filter: CalendarFilter
  onFilter: (filter: CalendarFilter) => void
}

const named = (list: readonly { id: string; name: string }[]): Choice[] =>
  list.map(({ id, name }) => ({ value: id, label: name }))

/** Service, location, fieldworker and statuses; what is shown follows at once. */
export const CalendarFilters = ({ board, filter, onFilter }: CalendarFiltersProps) => {
  const count = filter.statuses.length
  const set = (part: Partial<CalendarFilter>) => onFilter({ ...filter, ...part })
  const turn = (status: string) =>
    set({
      statuses: filter.statuses.includes(status)
        ? filter.statuses.filter((one) => one !== status)
        : everything.statuses.filter((one) => one === status || filter.statuses.includes(one)),
    })
  const isFiltered = Object.keys(filterQuery(filter)).length > 0
  return (
    <div aria-label="Filters" className="fb-calendar-filters" role="group">
      <SelectField
        choices={board.services.map(({ name }) => ({ value: name, label: name }))}
        label="Service"
        none="All"
        onChange={({ target }) => set({ service: target.value })}
        value={filter.service}
      />
      <SelectField
        choices={named(board.locations)}
        label="Location"
        none="All"
        onChange={({ target }) => set({ location: target.value })}
        value={filter.location}
      />
      <SelectField
        choices={[...named(board.people), { value: 'none', label: 'Not assigned' }]}
        label={teamWord().title}
        none="All"
        onChange={({ target }) => set({ person: target.value })}
        value={filter.person}
      />
      <details className="fb-status-filter">
        <summary>
          <span className="fb-label">Status</span>
          <span className="fb-input">
            {count === everything.statuses.length
              ? 'All'
              : `${count} of ${everything.statuses.length}`}
          </span>
        </summary>
        <fieldset className="fb-status-filter__list">
          <legend className="fb-sr">Statuses that are shown</legend>
          {statusChoices.map(({ value }) => (
            <label className="fb-check" key={value}>
              <input
                checked={filter.statuses.includes(value)}
                onChange={() => turn(value)}
                type="checkbox"
              />
              <StatusPill status={value} />
            </label>
          ))}
        </fieldset>
      </details>
      {isFiltered ? (
        <button className="fb-ghost" onClick={() => onFilter(everything)} type="button">
          Clear
        </button>
      ) : null}
    </div>
  )
}
