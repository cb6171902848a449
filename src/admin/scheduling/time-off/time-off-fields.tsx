'use client'
import { absenceKinds, personalKinds } from '../../../domain/scheduling/absence.ts'
import { teamWord } from '../../ui/team-word.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { DayTimeFields } from '../../ui/day-time-fields.tsx'
import { type Away, type TimeOffDraft, withFirstDay } from './time-off-draft.ts'

type TimeOffFieldsProps = {
  draft: TimeOffDraft
  /** Who can be chosen; a single one is given and not asked. */
  choices: readonly Away[]
  isDisabled: boolean
  onChange: (draft: TimeOffDraft) => void
}

const ChooseAway = ({ draft, choices, isDisabled, onChange }: TimeOffFieldsProps) => {
  const people = choices.filter(({ type }) => type === 'fieldworker')
  const places = choices.filter(({ type }) => type === 'location')
  const options = (list: readonly Away[]) =>
    list.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))
  const choose = (id: string) => {
    const isPlace = places.some((place) => place.id === id)
    const wasPlace = draft.kind === 'closed'
    const kind = isPlace ? 'closed' : wasPlace ? 'leave' : draft.kind
    onChange({ ...draft, away: id, kind })
  }
  return (
    <label className="fb-field">
      <span>Who is away</span>
      <select
        className="fb-input"
        disabled={isDisabled}
        onChange={(event) => choose(event.target.value)}
        required
        value={draft.away}
      >
        <option disabled value="">
          Choose {teamWord().indefinite}
        </option>
        <optgroup label={teamWord().titles}>{options(people)}</optgroup>
        {places.length > 0 ? (
          <optgroup label="Locations (closed)">{options(places)}</optgroup>
        ) : null}
      </select>
    </label>
  )
}

/** Who is away, why and when. */
export const TimeOffFields = (props: TimeOffFieldsProps) => {
  const { draft, choices, isDisabled, onChange } = props
  const away = choices.find(({ id }) => id === draft.away)
  const zone = away?.timezone ?? 'UTC'
  const set = (part: Partial<TimeOffDraft>) => onChange({ ...draft, ...part })
  const day = (label: string, value: string, onDay: (value: string) => void) => (
    <label className="fb-field">
      <span>{label}</span>
      <input
        className="fb-input"
        disabled={isDisabled}
        onChange={(event) => (event.target.value ? onDay(event.target.value) : null)}
        required
        type="date"
        value={value}
      />
    </label>
  )
  const first = (value: string) => onChange(withFirstDay(draft, value))
  return (
    <>
      {choices.length > 1 ? <ChooseAway {...props} /> : null}
      {away?.type === 'location' ? null : (
        <SelectField
          choices={draft.kind === 'closed' ? absenceKinds : personalKinds}
          disabled={isDisabled}
          label="Kind"
          onChange={(event) => set({ kind: event.target.value as TimeOffDraft['kind'] })}
          value={draft.kind}
        />
      )}
      <label className="fb-check">
        <input
          checked={draft.isAllDay}
          disabled={isDisabled}
          onChange={(event) => set({ isAllDay: event.target.checked })}
          type="checkbox"
        />
        <span>All day</span>
      </label>
      <div className="fb-grid-2">
        {draft.isAllDay ? (
          <>
            {day('First day', draft.firstDay, first)}
            {day('Last day', draft.lastDay, (lastDay) => set({ lastDay }))}
          </>
        ) : (
          <>
            <DayTimeFields
              date={draft.firstDay}
              dayLabel="From"
              isDisabled={isDisabled}
              isRequired
              onDate={first}
              onTime={(from) => set({ from })}
              time={draft.from}
              timeLabel="Start time"
              zone={zone}
            />
            <DayTimeFields
              date={draft.lastDay}
              dayLabel="Until"
              isDisabled={isDisabled}
              isRequired
              onDate={(lastDay) => set({ lastDay })}
              onTime={(until) => set({ until })}
              time={draft.until}
              timeLabel="End time"
              zone={zone}
            />
          </>
        )}
      </div>
      <label className="fb-field">
        <span>Note (optional)</span>
        <input
          autoComplete="off"
          className="fb-input"
          disabled={isDisabled}
          onChange={(event) => set({ note: event.target.value })}
          value={draft.note}
        />
      </label>
    </>
  )
}
