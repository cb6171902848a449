/** Columns by which the list can be sorted, and the field of each. */
export const sortFields = {
  number: 'number',
  customer: 'customerSnapshot.name',
  when: 'startsAt',
  status: 'status',
  total: 'totals.total',
} as const

export type SortColumn = keyof typeof sortFields

const isColumn = (name: string): name is SortColumn => Object.hasOwn(sortFields, name)

/** `-customer` as the column and its direction; undefined where no such column sorts. */
export const sortIn = (sort: string): { column: SortColumn; isDescending: boolean } | undefined => {
  const column = sort.replace(/^-/, '')
  return isColumn(column) ? { column, isDescending: sort.startsWith('-') } : undefined
}
