import { bitsOf } from '../../src/domain/scheduling/bit-window.ts'
import { findSlots, type Slot } from '../../src/domain/scheduling/find-slots.ts'
import { openBitmap } from '../../src/domain/scheduling/open-bitmap.ts'
import { slotWindow } from '../../src/domain/scheduling/slot-window.ts'
import type { NaiveWorld } from './naive-slots.ts'

/** The slots of a world by the engine, fed as the product feeds it. */
export const engineSlots = (world: NaiveWorld): Slot[] => {
  const { rules, from, to, timezone } = world
  const window = slotWindow({ service: rules, from, to, timezone })
  return findSlots({
    service: rules,
    window,
    people: world.people.map((person) => ({
      id: person.id,
      open: openBitmap(person, window),
      busy: bitsOf(person.busy, window, 'outward'),
      travel: bitsOf(person.travel, window, 'outward'),
    })),
    placeOpen: world.place ? openBitmap(world.place, window) : undefined,
    from,
    to,
    timezone,
    now: world.now,
    quantity: world.quantity,
    fieldworker: world.fieldworker,
  })
}
