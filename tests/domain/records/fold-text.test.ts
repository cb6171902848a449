import { describe, expect, test } from 'vitest'
import { foldText } from '../../../src/domain/records/fold-text.ts'
import { storedForm } from '../../../src/domain/records/filterable.ts'

describe('a text that is searched', () => {
  test.each([
    ['Nguyễn Đức', 'nguyen duc'],
    ['O’Brien', "o'brien"],
    ['  Straße ', 'strasse'],
    ['Łódź', 'lodz'],
    ['SMITH–JONES', 'smith-jones'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Иванов', 'иванов'],
    ['50%_\\', '50%_\\'],
  ])('“%s” is compared as “%s”', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })
})

describe('a value that someone looks for', () => {
  test.each([
    ['phone', 'contains', '0412 345 678', '412345678'],
    ['phone', 'like', 'Ann', 'Ann'],
    ['phone', 'equals', '+61412345678', '+61412345678'],
    ['phone', 'equals', '+61 412 345-678', '+61412345678'],
    ['country', 'equals', 'australia', 'AU'],
    ['country', 'like', 'A', 'A'],
    ['number', 'like', ' 100 23 ', '10023'],
    ['email', 'equals', ' Ann@Example.com', 'ann@example.com'],
    ['email', 'contains', '@Example', '@Example'],
  ] as const)('of a %s, by %s, “%s” is “%s”', (form, operator, typed, meant) => {
    expect(storedForm({ kind: 'text', form }, operator, typed)).toBe(meant)
  })
})
