import type { Plugin } from 'payload'
import { provide } from '../../src/integrations.ts'
import { googleTravel } from './adapter.ts'

export type GoogleRoutesOptions = {
  /** A key of Google Cloud that may call the Routes API. Without one nothing changes. */
  key?: string | undefined
  /** Address of the API. Default: `https://routes.googleapis.com`. */
  url?: string | undefined
}

/** Ways by road from Google's Routes API, where there is a key, instead of the straight line. */
export const googleRoutes =
  ({ key, url = 'https://routes.googleapis.com' }: GoogleRoutesOptions = {}): Plugin =>
  (config) =>
    key ? provide(config, { travel: () => googleTravel({ url, key }) }) : config
