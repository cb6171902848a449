import { type ListQuery, listHref } from './list-query.ts'
import { type SortColumn, sortFields, sortIn } from './sort-columns.ts'

/** The field to sort by, descending with a leading minus; the tab's own where none is asked. */
export const sortField = (sort: string, own: string): string => {
  const asked = sortIn(sort)
  return asked ? `${asked.isDescending ? '-' : ''}${sortFields[asked.column]}` : own
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
  const columns = Object.keys(sortFields) as SortColumn[]
  return Object.fromEntries(columns.map((column) => [column, header(column)])) as Record<
    SortColumn,
    SortHeader
  >
}
