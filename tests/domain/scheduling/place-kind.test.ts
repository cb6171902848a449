import { describe, expect, test } from 'vitest'
import { DomainError } from '../../../src/domain/domain-error.ts'
import { type PlaceKind, placeKind } from '../../../src/domain/scheduling/place-kind.ts'

const places = {
  location: { location: 'depot' },
  address: { postcode: '2000' },
  point: { coordinates: { lat: 0, lng: 0 } },
  nowhere: {},
}

const answerOf = (locationTypes: PlaceKind[], place: keyof typeof places): string => {
  try {
    return placeKind({ service: { name: 'Repair', locationTypes }, place: places[place] })
  } catch (error) {
    return error instanceof DomainError ? `refused ${error.field}` : 'failed'
  }
}

describe('a service is done where its location types say', () => {
  test.each<[PlaceKind[], string, string, string, string]>([
    [['mobile'], 'refused location', 'mobile', 'mobile', 'refused postcode'],
    [['fixed'], 'fixed', 'refused postcode', 'refused postcode', 'refused location'],
    [['remote'], 'refused location', 'remote', 'remote', 'remote'],
    [['mobile', 'fixed'], 'fixed', 'mobile', 'mobile', 'refused postcode'],
    [['mobile', 'remote'], 'refused location', 'mobile', 'mobile', 'remote'],
    [['fixed', 'remote'], 'fixed', 'remote', 'remote', 'remote'],
    [['mobile', 'fixed', 'remote'], 'fixed', 'mobile', 'mobile', 'remote'],
  ])('%j', (types, location, address, point, nowhere) => {
    expect([
      answerOf(types, 'location'),
      answerOf(types, 'address'),
      answerOf(types, 'point'),
      answerOf(types, 'nowhere'),
    ]).toEqual([location, address, point, nowhere])
  })
})
