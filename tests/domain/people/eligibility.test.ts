import { expect, it } from 'vitest'
import {
  type EligiblePerson,
  ineligibilityOf,
  isEligible,
} from '../../../src/domain/people/eligibility.ts'

const plumber: EligiblePerson = {
  active: true,
  blocked: false,
  services: ['drain'],
  skills: ['plumbing', 'gas'],
  areas: ['east'],
  locations: ['depot'],
}
const service = { id: 'drain', skills: ['plumbing'] }
const east = { areas: ['east', 'city'], location: null }

it.each([
  ['a plumber in the area', plumber, east, []],
  ['somebody inactive', { ...plumber, active: false }, east, ['inactive']],
  ['somebody blocked', { ...plumber, blocked: true }, east, ['blocked']],
  ['somebody who does not offer the service', { ...plumber, services: [] }, east, ['service']],
  ['somebody who lacks the skill', { ...plumber, skills: ['gas'] }, east, ['skill']],
  ['somebody elsewhere', plumber, { areas: ['north'], location: null }, ['area']],
  ['somebody without areas', { ...plumber, areas: [] }, { areas: ['north'], location: null }, []],
  ['somebody at their depot', plumber, { areas: null, location: 'depot' }, []],
  ['somebody at another depot', plumber, { areas: null, location: 'north' }, ['location']],
  ['remote work', plumber, { areas: null, location: null }, []],
] as const)('%s may or may not do the visit', (_name, person, place, causes) => {
  expect(ineligibilityOf({ person, service, place })).toEqual(causes)
  expect(isEligible({ person, service, place })).toBe(causes.length === 0)
})
