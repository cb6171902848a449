/** The populated document of a relation; undefined when it is empty, unreadable or only an id. */
export const related = <T>(value: T | string | number | null | undefined): T | undefined =>
  value !== null && typeof value === 'object' ? value : undefined

/** The id of a relation, populated or not. */
export const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  const id = (value as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : undefined
}
