import { expect, test } from 'vitest'
import { initialsOf } from '../../../src/domain/words/initials.ts'

test.each([
  ['Grace Kim', 'GK'],
  ['  ana maria de souza ', 'AS'],
  ['Cher', 'C'],
  ['', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
