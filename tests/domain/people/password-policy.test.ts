import { expect, test } from 'vitest'
import { passwordFault } from '../../../src/domain/people/password-policy.ts'

const owner = { email: 'jo.sample-park@people.test', name: 'Josephine Park' }

test.each([
  ['', 'at least 10'],
  ['123', 'at least 10'],
  ['ninechars', 'at least 10'],
  [undefined, 'at least 10'],
  [1234567890, 'at least 10'],
  ['x'.repeat(201), 'at most 200'],
  ['1234567890', 'guessed'],
  ['0987654321', 'guessed'],
  ['password123', 'guessed'],
  ['Password!2027', 'guessed'],
  ['P@ssw0rd12345', 'guessed'],
  ['qwertyuiop', 'guessed'],
  ['Qwertyuiop1', 'guessed'],
  ['aaaaaaaaaaaa', 'guessed'],
  ['abcabcabcabc', 'guessed'],
  ['abcdefghij', 'guessed'],
  ['Welcome2027!', 'guessed'],
  ['jo.sample-park@people.test', 'e-mail'],
  ['Jo.Sample-Park99', 'e-mail'],
  ['josephine park', 'name'],
])('%j is refused, because it says %j', (password, words) => {
  expect(passwordFault(password, owner)).toContain(words)
})

test.each([
  'correct horse battery staple',
  'another sound password',
  'seven green lamps',
  'kvmn3-8q2ws-tt7pz',
  'Überraschung-im-Park',
  '8274619350x2',
])('%j is good enough', (password) => {
  expect(passwordFault(password, owner)).toBeNull()
})
