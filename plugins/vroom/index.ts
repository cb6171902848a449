import type { Plugin } from 'payload'
import { provide } from '../../src/integrations.ts'
import { vroomSolver } from './adapter.ts'

export type VroomOptions = {
  /** Address of VROOM's HTTP server, such as `http://vroom:3000`. Without one nothing changes. */
  url?: string | undefined
}

/** The order of a day from a VROOM server, where there is one, instead of the built-in search. */
export const vroom =
  ({ url }: VroomOptions = {}): Plugin =>
  (config) =>
    url ? provide(config, { routes: () => vroomSolver({ url }) }) : config
