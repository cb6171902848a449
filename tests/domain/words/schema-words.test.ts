import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inWords } from '../../../src/contracts/in-words.ts'

const schema = z.strictObject({
  text: z.string().min(1).max(3),
  count: z.int().min(2).max(9),
  id: z.uuid(),
  at: z.iso.datetime(),
  one: z.enum(['red', 'blue']),
  list: z.array(z.string()).min(1).max(2),
  either: z.union([z.uuid(), z.number()]),
  own: z.string().max(1, 'One letter.'),
})
const right = {
  ...{ text: 'abc', count: 2, id: '00000000-0000-4000-8000-000000000000' },
  ...{ at: '2027-03-14T09:30:00Z', one: 'red', list: ['x'], either: 1, own: 'x' },
}

describe('what is wrong with a value', () => {
  test.each([
    [{ text: '' }, 'Fill this in.'],
    [{ text: 'abcd' }, 'Give 3 characters at most.'],
    [{ text: undefined }, 'This is missing.'],
    [{ text: 5 }, 'Give a text.'],
    [{ count: 1 }, 'Give at least 2.'],
    [{ count: 10 }, 'Give 9 at most.'],
    [{ count: 2.5 }, 'Give a whole number.'],
    [{ count: 'x' }, 'Give a number.'],
    [{ id: 'x' }, 'Give an id.'],
    [{ at: 'x' }, 'Give a time such as 2027-03-14T09:30:00Z.'],
    [{ one: 'green' }, 'Give “red” or “blue”.'],
    [{ list: [] }, 'List at least 1.'],
    [{ list: ['x', 'y', 'z'] }, 'List 2 at most.'],
    [{ either: true }, 'This has none of the forms that are allowed here.'],
    [{ own: 'xy' }, 'One letter.'],
    [{ texd: 1 }, 'Nothing here is called “texd”. Did you mean “text”?'],
    [{ fourth: 1 }, 'Nothing here is called “fourth”. Leave it out, or check the spelling.'],
  ])('%j is explained in words', (wrong, words) => {
    const { error } = schema.safeParse({ ...right, ...wrong }, inWords)

    expect(error?.issues.map(({ message }) => message)).toEqual([words])
  })
})
