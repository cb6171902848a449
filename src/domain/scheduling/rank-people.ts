/** What people are weighed by; minutes and kilometres. */
export type Ranked = {
  name: string
  /** Whether they can take the start that was asked for; null where none was. */
  free: boolean | null
  slots: number
  distanceKm: number | null
  busyMinutes: number
}

/**
 * Best first: free at the start asked for, with any start at all, near, little other work, by name
 *. Who is nowhere known to be comes after those who are somewhere.
 */
export const rankPeople = <Person extends Ranked>(people: readonly Person[]): Person[] =>
  people.toSorted(
    (a, b) =>
      Number(b.free ?? false) - Number(a.free ?? false) ||
      Number(b.slots > 0) - Number(a.slots > 0) ||
      (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity) ||
      a.busyMinutes - b.busyMinutes ||
      a.name.localeCompare(b.name),
  )
