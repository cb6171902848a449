import { type Obstacle, type Overriding } from '../../domain/scheduling/assert-override.ts'
import type { PlaceQuery } from './resolve-place.ts'

/** A span of somebody's time that a visit wants; instants in ISO 8601. */
export type TimeRequest = {
  service: string
  place: PlaceQuery
  start: string
  end: string
  busyStart: string
  busyEnd: string
  /** A named person, or whoever is eligible and free. */
  who: string
  /** Of whoever is free, this one first. */
  prefers?: string
  /** Of whoever is free, first the holder of the claim before this one. */
  prefersSame?: boolean
  /** The visit itself, when it holds time already. */
  appointment?: string | undefined
  /** What a named person may be taken from: never from a visit. */
  overriding: Overriding
  /** Is told what was overridden. */
  onOverride?: (obstacles: Obstacle[]) => void
  /** Nobody of these. */
  avoid?: string[]
  /** Does not move reservations that are in the way. */
  keepsReservations?: boolean
}
