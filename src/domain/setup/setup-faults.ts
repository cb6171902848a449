import { accountFaults } from './account-faults.ts'
import { peopleFaults } from './people-faults.ts'
import { placeFaults } from './place-faults.ts'
import { serviceFaults } from './service-faults.ts'
import { settingsFaults } from './settings-faults.ts'
import type { SetupFault } from './setup-fault.ts'
import type { SetupWorld } from './setup-world.ts'

/** What can never work as the company is set up, what hits customers first. */
export const setupFaults = (world: SetupWorld, now: number): SetupFault[] => [
  ...settingsFaults(world),
  ...serviceFaults(world, now),
  ...peopleFaults(world, now),
  ...placeFaults(world, now),
  ...accountFaults(world, now),
]
