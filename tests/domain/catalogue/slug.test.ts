import { expect, test } from 'vitest'
import { freeSlug, slugOf } from '../../../src/domain/catalogue/slug.ts'

test.each([
  ['Gutter Cleaning', 'gutter-cleaning'],
  ['  Hot water & gas!  ', 'hot-water-gas'],
  ['Café O’Brien’s', 'cafe-obriens'],
  ['Straße', 'strasse'],
  ['水道', ''],
])('the address of “%s” is “%s”', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('an address that is taken gets the next free number', () => {
  expect(freeSlug('tidy', [])).toBe('tidy')
  expect(freeSlug('tidy', ['tidy', 'tidy-2', 'tidy-up'])).toBe('tidy-3')
})
