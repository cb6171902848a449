import type { MapTiles } from './use-map.ts'

/** Where map pictures come from, as the server was told; none is asked for by default. */
export const mapTiles = (): MapTiles | undefined => {
  const url = process.env['MAP_TILE_URL']
  return url ? { url, attribution: process.env['MAP_TILE_ATTRIBUTION'] ?? '' } : undefined
}
