import { expect, test } from 'vitest'
import { teamNoun } from '../../../src/domain/words/team-noun.ts'

test.each([
  [undefined, 'a fieldworker', 'Fieldworkers'],
  ['  ', 'a fieldworker', 'Fieldworkers'],
  ['Electrician', 'an electrician', 'Electricians'],
  ['handyman', 'a handyman', 'Handymen'],
  ['human', 'a human', 'Humans'],
  ['Deputy', 'a deputy', 'Deputies'],
  ['coach', 'a coach', 'Coaches'],
  ['HVAC tech', 'an HVAC tech', 'HVAC techs'],
])('a company that says %j reads “%s” and “%s”', (label, indefinite, titles) => {
  expect(teamNoun(label)).toMatchObject({ indefinite, titles })
})
