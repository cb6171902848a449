import { methodFor } from '../domain/bookings/assignment.ts'
import { areas, locations, zone } from './data/places.ts'
import { categories, services, skills } from './data/services.ts'
import type { World } from './world.ts'

/** Depots, areas, skills, categories and services. */
export const seedCatalogue = async (world: World): Promise<void> => {
  await seedPlaces(world)
  for (const { key, ...skill } of skills) world.skills.set(key, await world.add('skills', skill))
  const groups = new Map<string, string>()
  for (const { key, ...category } of categories)
    groups.set(key, await world.add('service-categories', category))

  for (const service of services) {
    const { key, buffers, category, skills: needed, questions, atNight: _night, ...rest } = service
    const [bufferBeforeMinutes, bufferAfterMinutes] = buffers
    const locationTypes = service.locationTypes ?? ['mobile']
    const id = await world.add('services', {
      ...{ priceModel: 'job', bookable: true, mode: 'instant', requiresApproval: false },
      ...{ crewSize: 1, assignmentMethod: 'inherit', active: true },
      ...rest,
      slug: key,
      category: groups.get(category),
      bufferBeforeMinutes,
      bufferAfterMinutes,
      locationTypes,
      locations: locationTypes.includes('fixed') ? [...world.locations.values()] : [],
      skills: needed.map((skill) => world.skills.get(skill)),
      questions: (questions ?? []).map((question) => ({
        id: world.random.rowId(),
        required: false,
        ...question,
      })),
    })
    const own = service.assignmentMethod
    world.services.set(key, {
      ...service,
      id,
      method: methodFor({ service: own }),
    })
  }
}

const seedPlaces = async (world: World): Promise<void> => {
  for (const { key, hours, address, ...location } of locations) {
    const id = await world.add('locations', {
      ...location,
      address: { ...address, region: 'NSW', country: 'AU' },
      timezone: zone,
      openingHours: hours.map((block) => ({
        ...block,
        id: world.random.rowId(),
        days: [...block.days],
      })),
      exceptions: [],
      active: true,
    })
    world.locations.set(key, id)
  }
  for (const area of areas) {
    const isList = 'postcodes' in area
    const id = await world.add('areas', {
      name: area.name,
      kind: isList ? 'postcodes' : 'radius',
      postcodes: isList ? area.postcodes.split(' ') : [],
      ...(isList ? {} : { centre: { ...area.centre }, radiusKm: area.radiusKm }),
      timezone: zone,
      location: world.locations.get(area.location),
      active: true,
    })
    world.areas.set(area.key, id)
  }
}
