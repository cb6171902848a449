import type { GroupField } from 'payload'

/** A point on the map in degrees, as `{ lat, lng }`. */
export const coordinatesField = (name = 'coordinates', label = 'Map position'): GroupField => ({
  name,
  label,
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'lat', label: 'Latitude', type: 'number', min: -90, max: 90 },
        { name: 'lng', label: 'Longitude', type: 'number', min: -180, max: 180 },
      ],
    },
  ],
})
