import { isEligible } from '../people/eligibility.ts'
import type { ExplainWorld } from './explain-world.ts'
import { findSlots } from './find-slots.ts'
import { localDateOf } from './local-time.ts'

/** The starts of the world's visit that the engine offers on local dates, both inclusive. */
export const offeredStarts = (
  world: ExplainWorld,
  { from, to }: { from: string; to: string },
): number[] => {
  const { service, place } = world
  if (service.isByRequest) return []
  const people = world.people.filter((person) => isEligible({ person, service, place }))
  return findSlots({ ...world, people, from, to }).map(({ start }) => start)
}

/** Whether the engine offers the world's own start. */
export const isOffered = (world: ExplainWorld): boolean => {
  const date = localDateOf(world.start, world.timezone)
  return offeredStarts(world, { from: date, to: date }).includes(world.start)
}
