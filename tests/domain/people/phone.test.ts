import { describe, expect, test } from 'vitest'
import { phoneInWords, readPhone } from '../../../src/domain/people/phone.ts'
import { phoneDigits } from '../../../src/domain/people/phone-digits.ts'

describe('a phone number', () => {
  test.each([
    ['0412.345.678', '+61412345678'],
    ['02/9374 4000', '+61293744000'],
    ['(02) 9374-4000', '+61293744000'],
    ['02\u00a09374\u202f4000', '+61293744000'],
    ['02\u20119374\u20134000', '+61293744000'],
    [' +44 20 7946 0018 ', '+442079460018'],
    ['0044 20 7946 0018', '+442079460018'],
    ['0011 44 20 7946 0018', '+442079460018'],
    ['+61 (0)412 345 678', '+61412345678'],
    ['1300 123 456', '+611300123456'],
    ['０４１２ 345 678', '+61412345678'],
  ])('typed as “%s” in Australia is %s', (typed, stored) => {
    expect(readPhone(typed, 'AU')).toBe(stored)
  })

  test('is one of the country where the company is', () => {
    expect(readPhone('020 7946 0018', 'GB')).toBe('+442079460018')
    expect(readPhone('(415) 555-2671', 'US')).toBe('+14155552671')
    expect(readPhone('020 7946 0018', null)).toBeNull()
  })

  test.each(['', 'abc', '12', 'call 0412 345 678', '0412 345 678 ext 5', '0412345678901234567'])(
    'is not “%s”',
    (typed) => {
      expect(readPhone(typed, 'AU')).toBeNull()
    },
  )

  test('is read aloud in the form of its reader', () => {
    expect(phoneInWords('+61293744000', 'AU')).toBe('(02) 9374 4000')
    expect(phoneInWords('+61293744000', 'GB')).toBe('+61 2 9374 4000')
    expect(phoneInWords('ask at the desk', 'AU')).toBe('ask at the desk')
  })

  test('is looked for by its digits, without the zero before them', () => {
    expect(phoneDigits('0412 345')).toBe('412345')
    expect(phoneDigits('+61 412')).toBe('61412')
    expect(phoneDigits('O’Brien')).toBeNull()
    expect(phoneDigits('12')).toBeNull()
  })
})
