import { expect, test } from 'vitest'
import { readPostcodes } from '../../../src/domain/scheduling/read-postcodes.ts'

test.each([
  ['2000', ['2000']],
  ['2000, 2010; 2011\n2012', ['2000', '2010', '2011', '2012']],
  ['2040-2042, 2041', ['2040', '2041', '2042']],
  ['0098–0101', ['0098', '0099', '0100', '0101']],
  ['sw1a 1aa, EC1', ['SW1A 1AA', 'EC1']],
  ['12345-12345', ['12345']],
])('%j is a list of postcodes', (typed, read) => {
  expect(readPostcodes(typed)).toEqual(read)
})

test.each(['', ' , ', '2010-2000', '1000-9999', '200-2000', '2000, near the beach', '€'])(
  '%j is refused as postcodes',
  (typed) => {
    expect(readPostcodes(typed)).toBeNull()
  },
)
