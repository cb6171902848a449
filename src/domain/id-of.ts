/** The id of a relation that may be populated; null when it is empty. */
export const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  const id = (value as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : null
}
