'use client'
import type { ArrayFieldClientProps } from 'payload'
import { useArrayRows } from './use-array-rows.ts'
import { WeekGrid } from './week-grid.tsx'
import type { WeekRow } from './week.ts'

const labelOf = (label: unknown): string => (typeof label === 'string' ? label : 'Hours')

/** Weekly hours in a form of the framework, as a grid of seven days instead of a list of rows. */
export const WeekHours = ({ path, field, readOnly }: ArrayFieldClientProps) => {
  const { rows, replace } = useArrayRows<WeekRow>(path)
  return (
    <WeekGrid
      label={labelOf(field.label)}
      onChange={replace}
      readOnly={readOnly ?? false}
      rows={rows.filter((row) => Array.isArray(row.days))}
    />
  )
}
