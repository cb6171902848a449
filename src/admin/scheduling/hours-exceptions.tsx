'use client'
import { useFormFields } from '@payloadcms/ui'
import type { ArrayFieldClientProps } from 'payload'
import { usePlaceZone } from '../ui/use-place-zone.ts'
import { ExceptionList } from './exception-list.tsx'
import type { HoursException } from './hours-exception.ts'
import { useArrayRows } from './use-array-rows.ts'
import type { Block } from './week.ts'

type Stored = {
  date?: string | null
  closed?: boolean | null
  note?: string | null
  blocks?: Block[] | null
}

const read = (row: Stored): HoursException => ({
  date: row.date ?? '',
  closed: row.closed === true,
  note: row.note ?? '',
  blocks: (row.blocks ?? []).map(({ start, end }) => ({ start, end })),
})

/** Days whose hours differ from the week's, in a form of the framework. */
export const HoursExceptions = ({ path, readOnly }: ArrayFieldClientProps) => {
  const { rows, replace } = useArrayRows<Stored>(path)
  const stated = useFormFields(([fields]) => fields.timezone?.value)
  const zone = usePlaceZone(typeof stated === 'string' && stated ? stated : undefined)
  return (
    <ExceptionList
      exceptions={rows.map(read)}
      onChange={replace}
      readOnly={readOnly ?? false}
      zone={zone ?? 'UTC'}
    />
  )
}
