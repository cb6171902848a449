import { expect, test } from 'vitest'
import { inTeamWords } from '../../../src/domain/words/in-team-words.ts'
import { teamNoun } from '../../../src/domain/words/team-noun.ts'

test.each([
  ['A fieldworker declined a visit', 'An electrician declined a visit'],
  [
    'Remind the fieldworker, or reassign the visit.',
    'Remind the electrician, or reassign the visit.',
  ],
  ['Fieldworkers are asked why they decline.', 'Electricians are asked why they decline.'],
  ['The fieldworker’s name', 'The electrician’s name'],
  ['There is no field “fieldworker” here.', 'There is no field “fieldworker” here.'],
  ['Filter by visit.fieldworker', 'Filter by visit.fieldworker'],
  ['Nothing to change', 'Nothing to change'],
])('“%s” becomes “%s”', (sentence, said) => {
  expect(inTeamWords(sentence, teamNoun('Electrician'))).toBe(said)
})

test('a company without a word of its own reads “fieldworker”', () => {
  const sentence = 'A fieldworker declined. Fieldworkers may.'

  expect(inTeamWords(sentence, teamNoun(null))).toBe(sentence)
})
