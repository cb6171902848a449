import { expect, test } from 'vitest'
import { serviceState, staffedServices } from '../../../src/domain/catalogue/service-state.ts'

const person = {
  ...{ active: true, blocked: false, services: ['tidy'], skills: ['garden'] },
  ...{ areas: [], locations: [] },
}
const tidy = { id: 'tidy', skills: ['garden'] }

test.each([
  ['somebody has it and its skills', [person], ['tidy']],
  ['the only person lacks a skill', [{ ...person, skills: [] }], []],
  ['the only person was blocked', [{ ...person, blocked: true }], []],
  ['the only person has left', [{ ...person, active: false }], []],
  ['the only person does something else', [{ ...person, services: ['trees'] }], []],
  ['no one works here', [], []],
])('whether a service can be offered: %s', (_, people, offered) => {
  expect(staffedServices([tidy], people)).toEqual(offered)
})

test.each([
  [{ active: true, isStaffed: true, wasBooked: false }, 'live'],
  [{ active: true, isStaffed: false, wasBooked: true }, 'draft'],
  [{ active: false, isStaffed: true, wasBooked: false }, 'draft'],
  [{ active: false, isStaffed: true, wasBooked: true }, 'retired'],
])('a service with %o is %s', (facts, state) => {
  expect(serviceState(facts)).toBe(state)
})
