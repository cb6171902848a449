import { expect, test } from 'vitest'
import { areaBody, areaRefusals, emptyArea } from '../../../src/admin/catalogue/areas/area-draft.ts'

const typed = { ...emptyArea('Australia/Sydney'), name: 'North' }

test('of the two kinds of an area, what belongs to the chosen one is sent', () => {
  const centre = { lat: -33.8, lng: 151.2 }

  expect(areaBody({ ...typed, postcodes: '2000, 2010-2012' })).toMatchObject({
    kind: 'postcodes',
    postcodes: ['2000', '2010', '2011', '2012'],
  })
  expect(
    areaBody({ ...typed, kind: 'radius', postcodes: '2000', centre, radiusKm: '7.5' }),
  ).toMatchObject({ kind: 'radius', centre, radiusKm: '7.5', postcodes: [] })
})

test('postcodes that cannot be read are refused before they are sent', () => {
  expect(areaRefusals({ ...typed, postcodes: '2000 to 2010?' })).toMatchObject([
    { code: 'invalid-input', field: 'postcodes' },
  ])
  expect(areaRefusals({ ...typed, postcodes: '2000, 2010' })).toEqual([])
})
