import { describe, expect, it } from 'vitest'
import { distanceKm } from '../../../src/domain/scheduling/distance.ts'
import { type Area, placeOf } from '../../../src/domain/scheduling/places.ts'

const area = (changes: Partial<Area> & { id: string }): Area => ({
  kind: 'postcodes',
  postcodes: [],
  timezone: 'Australia/Sydney',
  location: null,
  active: true,
  ...changes,
})
const manly = { lat: -33.7971, lng: 151.2858 }
const bondi = { lat: -33.8915, lng: 151.2767 }

describe('places', () => {
  it('Manly and Bondi are ten and a half kilometres apart', () => {
    expect(distanceKm(manly, bondi)).toBeCloseTo(10.53, 1)
  })

  it('a postcode decides area, zone and location', () => {
    const areas = [
      area({ id: 'east', postcodes: ['2026'], location: 'bondi' }),
      area({ id: 'west', postcodes: ['6000'], timezone: 'Australia/Perth' }),
    ]

    expect(placeOf({ postcode: '2026' }, areas)).toEqual({
      area: 'east',
      areas: ['east'],
      timezone: 'Australia/Sydney',
      location: 'bondi',
    })
    expect(placeOf({ postcode: '6000' }, areas)?.timezone).toBe('Australia/Perth')
  })

  it.each([
    ['sw1a1aa', 'SW1A 1AA'],
    ['1000001', '100-0001'],
    ['１００‐０００１', '100-0001'],
  ])('blanks, dashes and case of a postcode do not matter: %s is %s', (postcode, listed) => {
    expect(placeOf({ postcode }, [area({ id: 'x', postcodes: [listed] })])?.area).toBe('x')
  })

  it('a circle covers coordinates inside its radius, the nearer centre first', () => {
    const areas = [
      area({ id: 'wide', kind: 'radius', centre: bondi, radiusKm: 20 }),
      area({ id: 'near', kind: 'radius', centre: manly, radiusKm: 5 }),
      area({ id: 'list', postcodes: ['2095'] }),
    ]

    expect(placeOf({ coordinates: manly }, areas)?.areas).toEqual(['near', 'wide'])
    expect(placeOf({ postcode: '2095', coordinates: manly }, areas)?.areas).toEqual([
      'list',
      'near',
      'wide',
    ])
    expect(placeOf({ coordinates: bondi }, areas)?.areas).toEqual(['wide'])
  })

  it.each([
    ['an unknown postcode', { postcode: '9999' }],
    ['no postcode', { postcode: '' }],
    ['a closed area', { postcode: '2000' }],
    ['a point far away', { coordinates: { lat: 51.5, lng: -0.1 } }],
  ])('%s has no place', (_name, address) => {
    const areas = [
      area({ id: 'east', postcodes: ['2026'] }),
      area({ id: 'closed', postcodes: ['2000'], active: false }),
      area({ id: 'circle', kind: 'radius', centre: manly, radiusKm: 5 }),
    ]

    expect(placeOf(address, areas)).toBeNull()
  })
})
