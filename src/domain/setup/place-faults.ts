import { normalisePostcode } from '../scheduling/places.ts'
import { isEverOpen } from './is-ever-open.ts'
import type { SetupFault } from './setup-fault.ts'
import type { SetupArea, SetupLocation, SetupWorld } from './setup-world.ts'
import { type Way, waysOf } from './ways-of-service.ts'

type Found = Omit<SetupFault, 'mendedAt'>

const shapeFault = ({ name, kind, postcodes, centre, radiusKm }: SetupArea): Found | null => {
  if (kind === 'postcodes') {
    return postcodes.some((postcode) => postcode.trim())
      ? null
      : {
          code: 'area-without-postcodes',
          message: `The area “${name}” has no postcodes, so no address is in it.`,
          fix: 'Enter its postcodes.',
        }
  }
  return centre && radiusKm
    ? null
    : {
        code: 'area-without-circle',
        message: `The area “${name}” has no ${centre ? 'radius' : 'centre'}, so no address is in it.`,
        fix: 'Set its centre and its radius.',
      }
}

const zoneFault = (area: SetupArea, areas: readonly SetupArea[]): Found | null => {
  const own = new Set(area.postcodes.map(normalisePostcode))
  const other = areas.find(
    (one) =>
      one.id > area.id &&
      one.timezone !== area.timezone &&
      one.postcodes.some((postcode) => own.has(normalisePostcode(postcode))),
  )
  return other
    ? {
        code: 'area-zones-differ',
        message: `“${area.name}” and “${other.name}” share a postcode but not a time zone.`,
        fix: 'Take the postcode out of one of them.',
      }
    : null
}

/** A place for which no service is meant is no fault; one to which nobody can come is. */
const isServed = (ways: Way[]): boolean =>
  ways.length === 0 || ways.some(({ people }) => people.length > 0)

const inArea =
  (id: string) =>
  ({ place }: Way): boolean =>
    place !== 'remote' && 'area' in place && place.area === id

const atLocation =
  (id: string) =>
  ({ place }: Way): boolean =>
    place !== 'remote' && 'location' in place && place.location.id === id

const areaFaults = (
  area: SetupArea,
  { areas, ways }: { areas: readonly SetupArea[]; ways: Way[] },
): (Found | null)[] => [
  shapeFault(area),
  zoneFault(area, areas),
  isServed(ways.filter(inArea(area.id)))
    ? null
    : {
        code: 'area-without-people',
        message: `No one who does a service works in “${area.name}”.`,
        fix: 'Give someone this area.',
      },
]

const locationFaults = (location: SetupLocation, { ways, now }: { ways: Way[]; now: number }) => {
  const { id, name, hours, exceptions } = location
  const isAlways = hours.length === 0 && exceptions.length === 0
  const isOpen = isAlways || isEverOpen(location, now)
  return [
    isOpen
      ? null
      : {
          code: 'location-closed',
          message: `“${name}” is closed all year.`,
          fix: 'Enter its opening hours.',
        },
    isServed(ways.filter(atLocation(id)))
      ? null
      : {
          code: 'location-without-people',
          message: `No one who does a service works at “${name}”.`,
          fix: 'Give someone this location.',
        },
  ]
}

const at =
  (collection: 'areas' | 'locations', id: string) =>
  (found: Found | null): SetupFault[] =>
    found ? [{ ...found, mendedAt: { collection, id } }] : []

/** Areas and locations in which nothing can ever take place. */
export const placeFaults = (world: SetupWorld, now: number): SetupFault[] => {
  const { areas, locations, services } = world
  const ways = services.filter(({ active }) => active).flatMap((one) => waysOf(one, world))
  return [
    ...areas.flatMap((area) => areaFaults(area, { areas, ways }).flatMap(at('areas', area.id))),
    ...locations.flatMap((location) =>
      locationFaults(location, { ways, now }).flatMap(at('locations', location.id)),
    ),
  ]
}
