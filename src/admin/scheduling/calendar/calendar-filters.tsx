'use client'
import { StatusPill } from '../../ui/pills.tsx'
import { statusChoices } from '../../ui/status-choices.ts'
import type { Board } from '../board/board-model.ts'
import { type CalendarFilter, everything, filterQuery } from './calendar-filter.ts'

type CalendarFiltersProps = {
  board: Pick<Board, 'locations' | 'people' | 'services'>
  filter: CalendarFilter
  onFilter: (filter: CalendarFilter) => void
}

type Choice = { value: string; label: string }

const Select = (props: {
  label: string
  value: string
  choices: Choice[]
  onChoose: (value: string) => void
}) => (
  <label className="fb-field">
    <span>{props.label}</span>
    <select
      className="fb-input"
      onChange={(event) => props.onChoose(event.target.value)}
      value={props.value}
    >
      <option value="">All</option>
      {props.choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  </label>
)

const named = (list: readonly { id: string; name: string }[]): Choice[] =>
  list.map(({ id, name }) => ({ value: id, label: name }))

/** Service, location, fieldworker and statuses; what is shown follows at once (CU-03). */
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
      <Select
        choices={board.services.map(({ name }) => ({ value: name, label: name }))}
        label="Service"
        onChoose={(service) => set({ service })}
        value={filter.service}
      />
      <Select
        choices={named(board.locations)}
        label="Location"
        onChoose={(location) => set({ location })}
        value={filter.location}
      />
      <Select
        choices={[...named(board.people), { value: 'none', label: 'Not assigned' }]}
        label="Fieldworker"
        onChoose={(person) => set({ person })}
        value={filter.person}
      />
      <details className="fb-status-filter">
        <summary className="fb-button">
          Status: {count === everything.statuses.length ? 'all' : `${count} of 6`}
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
