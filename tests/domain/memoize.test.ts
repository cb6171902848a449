import { expect, test, vi } from 'vitest'
import { memoize } from '../../src/domain/memoize.ts'

test('a memoized function computes each result once, empty ones included', () => {
  const compute = vi.fn((word: string) => (word === '' ? null : word.toUpperCase()))
  const shout = memoize(compute)

  expect(['a', 'b', 'a', '', ''].map((word) => shout(word))).toEqual(['A', 'B', 'A', null, null])
  expect(compute).toHaveBeenCalledTimes(3)
})

test('a memoized function tells its calls apart by all of their arguments', () => {
  const join = memoize((one: string, options: { with: string }) => one + options.with)

  expect([join('a', { with: 'b' }), join('a', { with: 'c' })]).toEqual(['ab', 'ac'])
})

test('a memoized function keeps no more results than it may', () => {
  const compute = vi.fn((n: number) => n * 2)
  const double = memoize(compute, { most: 2 })
  for (const n of [1, 2, 3, 1]) double(n)

  expect(compute).toHaveBeenCalledTimes(4)
  expect(double(3)).toBe(6)
  expect(compute).toHaveBeenCalledTimes(4)
})
