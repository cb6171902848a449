type Wanted = { fieldworker?: string | null | undefined; people?: number | undefined }

/**
 * Whom each of the visits at one time is for: the one named, then whoever is free. Left to the
 * house it takes the service's crew, where `people` does not say how many.
 */
export const expandCrew = (
  { fieldworker, people }: Wanted,
  crewSize: number,
): (string | null)[] => {
  const isPicked = fieldworker === 'any' || fieldworker === 'same'
  const count = people ?? (isPicked ? crewSize : 1)
  const rest = fieldworker ? 'any' : null
  return Array.from({ length: count }, (_, at) => (at === 0 ? (fieldworker ?? null) : rest))
}
