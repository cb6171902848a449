import { type ListQuery, listHref } from './list-query.ts'

/** Columns by which the list can be sorted, and the field of each. */
const fields = {
  number: 'number',
  customer: 'customerSnapshot.name',
  when: 'startsAt',
  status: 'status',
  total: 'totals.total',
} as const

export type SortColumn = keyof typeof fields

const isColumn = (name: string): name is SortColumn => Object.hasOwn(fields, name)

/** `-customer` as the column and its direction; undefined where no such column sorts. */
const sortIn = (sort: string): { column: SortColumn; isDescending: boolean } | undefined => {
  const column = sort.replace(/^-/, '')
  return isColumn(column) ? { column, isDescending: sort.startsWith('-') } : undefined
}

/** The field to sort by, descending with a leading minus; the tab's own where none is asked. */
export const sortField = (sort: string, own: string): string => {
  const asked = sortIn(sort)
  return asked ? `${asked.isDescending ? '-' : ''}${fields[asked.column]}` : own
}

export type SortHeader = { href: string; direction: 'ascending' | 'descending' | 'none' }

/** For each column how the list is sorted by it, and the address that sorts it the other way. */
export const sortHeaders = (base: string, query: ListQuery): Record<SortColumn, SortHeader> => {
  const asked = sortIn(query.sort)
  const header = (column: SortColumn): SortHeader => {
    if (asked?.column !== column)
      return { href: listHref(base, query, { sort: column }), direction: 'none' }
    const href = listHref(base, query, { sort: asked.isDescending ? column : `-${column}` })
    return { href, direction: asked.isDescending ? 'descending' : 'ascending' }
  }
  const columns = Object.keys(fields) as SortColumn[]
  return Object.fromEntries(columns.map((column) => [column, header(column)])) as Record<
    SortColumn,
    SortHeader
  >
}
