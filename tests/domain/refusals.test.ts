import { expect, test } from 'vitest'
import { DomainError } from '../../src/domain/domain-error.ts'
import { hintOf, type RefusalCode, refusals, statusOfCode } from '../../src/domain/refusals.ts'

const codes = Object.keys(refusals) as RefusalCode[]

test.each(codes)('%s is a lasting code with a status of a refusal and a way out', (code) => {
  const { status, title, hint } = refusals[code]

  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  expect([...(status >= 500 ? [503] : [401, 403, 404, 409, 410, 413, 422, 429])]).toContain(status)
  expect(title).toMatch(/^[A-Z].*[^.]$/)
  expect(hint).toMatch(/^[A-Z].*\.$/)
})

test('a refusal has the status of its code unless it states another', () => {
  expect(new DomainError('slot-taken', 'Taken.').status).toBe(409)
  expect(new DomainError('invalid-input', 'No object.', { status: 400 }).status).toBe(400)
})

test('a code that is in no table has no hint and counts as a bad request', () => {
  expect([hintOf('teapot'), statusOfCode('teapot')]).toEqual(['', 400])
})
