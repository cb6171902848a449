import type { Plugin } from 'payload'
import { provide } from '../../src/integrations.ts'
import { osrmTravel } from './adapter.ts'

export type OsrmOptions = {
  /** Address of an OSRM server, such as `https://osrm.example.com`. Without one nothing changes. */
  url?: string | undefined
  /** Its profile. Default: `driving`. */
  profile?: string
}

/** Ways by road from an OSRM server, where there is one, instead of the straight line. */
export const osrm =
  ({ url, profile = 'driving' }: OsrmOptions = {}): Plugin =>
  (config) =>
    url ? provide(config, { travel: () => osrmTravel({ url, profile }) }) : config
