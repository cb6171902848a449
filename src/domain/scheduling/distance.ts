/** A point on the globe in decimal degrees. */
export type Coordinates = { lat: number; lng: number }

const earthRadiusKm = 6371.0088

/** Kilometres along the great circle, to within half a per cent. */
export const distanceKm = (a: Coordinates, b: Coordinates): number => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const chord =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)))
}
