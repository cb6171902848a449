import { z } from 'zod'
import { unknownName } from '../domain/words/unknown-name.ts'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
}

const formats: Readonly<Record<string, string>> = {
  date: 'a date such as 2027-03-14',
  datetime: 'a time such as 2027-03-14T09:30:00Z',
  url: 'an address such as https://www.example.org',
  uuid: 'an id',
}

const listed = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(' or ')

const tooBig = ({ origin, maximum }: { origin: string; maximum: bigint | number }): string => {
  if (origin === 'string') return `Give ${maximum} characters at most.`
  return origin === 'array' ? `List ${maximum} at most.` : `Give ${maximum} at most.`
}

const tooSmall = ({ origin, minimum }: { origin: string; minimum: bigint | number }): string => {
  if (origin === 'string') {
    return Number(minimum) === 1 ? 'Fill this in.' : `Give at least ${minimum} characters.`
  }
  return origin === 'array' ? `List at least ${minimum}.` : `Give at least ${minimum}.`
}

/** The names that an object's schema knows. */
const namesIn = (schema: unknown): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : []

const sentenceOf = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'This is missing.'
      return `Give ${kinds[issue.expected] ?? 'a value of another kind'}.`
    case 'too_big':
      return tooBig(issue)
    case 'too_small':
      return tooSmall(issue)
    case 'invalid_format':
      return `Give ${formats[issue.format] ?? 'this in the form that is described'}.`
    case 'invalid_value':
      return `Give ${listed(issue.values.map(String))}.`
    case 'not_multiple_of':
      return `Give a multiple of ${issue.divisor}.`
    case 'unrecognized_keys':
      return unknownName(issue.keys, namesIn(issue.inst))
    default:
      return 'This has none of the forms that are allowed here.'
  }
}

/** Says in our own words what is wrong with a value, where its schema does not say so itself. */
export const inWords = { error: sentenceOf }
