import { expect, test } from 'vitest'
import { readLists } from '../../../src/domain/records/lists.ts'

const times = { name: 'times', type: 'array', flattenedFields: [{ name: 'at', type: 'text' }] }
const days = { name: 'days', type: 'array', flattenedFields: [times] }
const fields = [
  days,
  { name: 'group', type: 'group', flattenedFields: [times] },
  { name: 'note', type: 'json' },
]

test.each([
  [{}, {}],
  [{ days: null }, { days: [] }],
  [{ days: [{ times: null }, null] }, { days: [{ times: [] }, null] }],
  [{ group: { times: null } }, { group: { times: [] } }],
  [
    { group: null, note: { days: null } },
    { group: null, note: { days: null } },
  ],
])('of %j only lists that are null change', (data, read) => {
  expect(readLists(data, fields)).toEqual(read)
})

test.each([
  [{ days: { $push: [{}] } }, 'days'],
  [{ days: 'x' }, 'days'],
  [{ days: [{ times: 7 }] }, 'days.0.times'],
  [{ group: { times: {} } }, 'group.times'],
])('%j is refused at %s', (data, field) => {
  expect(() => readLists(data, fields)).toThrow(
    expect.objectContaining({ code: 'invalid-input', status: 422, field }),
  )
})
