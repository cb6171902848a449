import type { PayloadRequest } from 'payload'
import {
  type CountedSearches,
  readFruitlessSearches,
} from '../../database/scheduling/fruitless-searches.ts'
import { setupFaults } from '../../domain/setup/setup-faults.ts'
import type { SetupFault } from '../../domain/setup/setup-fault.ts'
import type { SetupWorld } from '../../domain/setup/setup-world.ts'
import { readSetupWorld } from './read-setup-world.ts'

/** Searches for a free time that found nothing, in words. */
export type MissedSearches = {
  searches: number
  service: string
  /** Name of the area or location, or the postcode that is in no area; null for remote work. */
  place: string | null
} & Pick<CountedSearches, 'cause'> &
  Pick<SetupFault, 'mendedAt'>

export type SetupCheck = { faults: SetupFault[]; missed: MissedSearches[] }

const mendedAt = ({ cause, service }: CountedSearches): SetupFault['mendedAt'] => {
  if (cause === 'unknown-postcode') return { collection: 'areas' }
  if (cause === 'nobody-able' || cause === 'outside-window')
    return { collection: 'services', id: service }
  return { collection: 'fieldworkers' }
}

const inWords = (
  counted: CountedSearches,
  { services, areas, locations }: SetupWorld,
): MissedSearches[] => {
  const service = services.find(({ id }) => id === counted.service)
  if (!service?.active) return []
  const place = [...areas, ...locations].find(({ id }) => id === counted.place)
  return [
    {
      ...{ searches: counted.searches, cause: counted.cause, service: service.name },
      place: place?.name ?? (counted.place || null),
      mendedAt: mendedAt(counted),
    },
  ]
}

/** What can never work, and what customers looked for in vain in the last month. */
export const checkSetup = async (req: PayloadRequest, now = Date.now()): Promise<SetupCheck> => {
  const [world, counted] = await Promise.all([readSetupWorld(req), readFruitlessSearches(req)])
  return {
    faults: setupFaults(world, now),
    missed: counted.flatMap((one) => inWords(one, world)),
  }
}
