'use client'
import { useForm, useFormFields } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useCallback, useMemo } from 'react'

type Plain = string | number | boolean | null | string[]
type Row = { [key: string]: Plain | Row[] | undefined }

const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0] === 'object'

/** A row's values as the form keeps them: one entry for each field, rows inside rows flattened. */
const stateOf = (row: Row): FormState => {
  const state: FormState = {}
  for (const [key, value] of Object.entries(row)) {
    if (!isRows(value)) {
      state[key] = { value, initialValue: value, valid: true, passesCondition: true }
      continue
    }
    const ids = value.map((_, index) => ({ id: `${key}-${index}-${crypto.randomUUID()}` }))
    state[key] = { rows: ids, value: value.length, valid: true, disableFormData: true }
    value.forEach((inner, index) => {
      const id = ids[index]?.id
      state[`${key}.${index}.id`] = { value: id, initialValue: id, valid: true }
      for (const [name, entry] of Object.entries(stateOf(inner)))
        state[`${key}.${index}.${name}`] = entry
    })
  }
  return state
}

const valuesIn = (fields: FormState, path: string): string => {
  const entries = Object.entries(fields)
    .filter(([key]) => key === path || key.startsWith(`${path}.`))
    .map(([key, field]) => [key, field.rows ? field.rows.length : field.value])
  return JSON.stringify(entries)
}

/** The rows of an array field as plain data, and a way to replace them all. */
export const useArrayRows = <T extends object>(path: string) => {
  const { getDataByPath, dispatchFields, setModified } = useForm()
  const signature = useFormFields(([fields]) => valuesIn(fields, path))
  const rows = useMemo(() => {
    const found = signature ? getDataByPath<unknown>(path) : []
    return (Array.isArray(found) ? found : []) as T[]
  }, [signature, getDataByPath, path])

  const replace = useCallback(
    (next: T[]) => {
      for (let index = rows.length - 1; index >= 0; index -= 1)
        dispatchFields({ type: 'REMOVE_ROW', path, rowIndex: index })
      next.forEach((row, rowIndex) =>
        dispatchFields({ type: 'ADD_ROW', path, rowIndex, subFieldState: stateOf(row as Row) }),
      )
      setModified(true)
    },
    [dispatchFields, path, rows.length, setModified],
  )
  return { rows, replace }
}
