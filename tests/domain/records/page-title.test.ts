import { expect, test } from 'vitest'
import { pageTitle } from '../../../src/admin/shell/page-title.ts'

test.each([
  ['Editing - Customer · Fieldbook', 'Customer · Fieldbook'],
  ['Viewing - History entry · Fieldbook', 'History entry · Fieldbook'],
  ['Creating - Service · Fieldbook', 'New service · Fieldbook'],
  ['Customers · Fieldbook', 'Customers · Fieldbook'],
])('the page %s is titled %s', (given, title) => {
  expect(pageTitle(given)).toBe(title)
  expect(pageTitle({ absolute: given })).toEqual({ absolute: title })
})

test('a page without a title stays without one', () => {
  expect(pageTitle(undefined)).toBeUndefined()
})
