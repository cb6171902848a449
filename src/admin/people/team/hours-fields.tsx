'use client'
import { ExceptionList } from '../../scheduling/exception-list.tsx'
import { WeekGrid } from '../../scheduling/week-grid.tsx'
import { type Choice, SelectField } from '../../ui/select-field.tsx'
import type { PartProps } from './person-fields.tsx'

type HoursFieldsProps = PartProps & { zones: readonly Choice[] }

/** When somebody works, by the clock of which zone, and the days that differ. */
export const HoursFields = ({ draft, zones, isDisabled, onChange }: HoursFieldsProps) => (
  <>
    <SelectField
      choices={zones}
      disabled={isDisabled}
      label="Time zone"
      onChange={(event) => onChange({ timezone: event.target.value })}
      value={draft.timezone}
    />
    <WeekGrid
      label="Working hours"
      onChange={(workingHours) => onChange({ workingHours })}
      readOnly={isDisabled}
      rows={draft.workingHours}
    />
    <ExceptionList
      exceptions={draft.exceptions}
      onChange={(exceptions) => onChange({ exceptions })}
      readOnly={isDisabled}
      zone={draft.timezone}
    />
  </>
)
