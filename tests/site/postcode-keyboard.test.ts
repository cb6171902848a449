import { expect, test } from 'vitest'
import { postcodeKeyboard } from '../../site/src/lib/postcode-keyboard.ts'

test('a postcode is typed on a keyboard with letters unless no area has any', () => {
  expect(postcodeKeyboard({ postcodes: 'digits' })).toBe('numeric')
  expect(postcodeKeyboard({ postcodes: 'text' })).toBe('text')
  expect(postcodeKeyboard(null)).toBe('text')
})
