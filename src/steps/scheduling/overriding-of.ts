import { type Actor, may } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { skips } from '../../domain/bookings/command-facts.ts'
import type { Obstacle, Overriding } from '../../domain/scheduling/assert-override.ts'

const outsideHours: readonly Obstacle[] = ['hours']

/** For what was decided before: a visit that comes back, an occurrence of a series, the rules. */
export const overridingBefore = (passes: readonly Obstacle[] = outsideHours): Overriding => ({
  passes,
  isAllowed: false,
  isWanted: false,
  reason: null,
})

/** How freely a command takes a person's time. */
export const overridingOf = (actor: Actor, command: Command): Overriding => {
  const isDecided = skips('bookings', command, 'limits')
  if (actor.kind === 'system' || isDecided) return overridingBefore()
  return {
    passes: [],
    isAllowed: may(actor, 'booking.overbook'),
    isWanted: command.override === true,
    reason: command.reason ?? command.comment ?? null,
  }
}
