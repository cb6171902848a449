import { describe, expect, test } from 'vitest'
import { assertFastFields } from '../../../src/steps/records/assert-fast-fields.ts'

const bookingsWith = (field: object) => [
  { slug: 'bookings', fields: [{ name: 'number', type: 'text' }, field] } as never,
]

describe('a field of a collection that is written fast', () => {
  test.each([
    [{ name: 'sections', type: 'blocks', blocks: [] }, 'sections is of the type blocks'],
    [{ name: 'tags', type: 'text', hasMany: true }, 'tags is a list'],
    [{ name: 'about', type: 'relationship', relationTo: ['a', 'b'] }, 'about refers to several'],
    [
      { name: 'extra', type: 'group', fields: [{ name: 'rows', type: 'array', fields: [] }] },
      'extra.rows is an array within',
    ],
    [{ name: 'code', type: 'text', defaultValue: () => 'x' }, 'code has a default'],
    [{ name: 'code', type: 'text', hooks: { afterChange: [() => 1] } }, 'code has hooks'],
    [{ type: 'row', fields: [{ name: 'where', type: 'point' }] }, 'where is of the type point'],
  ])('is named at load when it would be lost or unchecked: %j', (field, obstacle) => {
    expect(() => assertFastFields(bookingsWith(field))).toThrow(`bookings: ${obstacle}`)
  })

  test.each([
    { name: 'answers', type: 'json' },
    { name: 'duties', type: 'array', fields: [{ name: 'label', type: 'text' }] },
    { name: 'labels', type: 'relationship', relationTo: 'labels', hasMany: true },
    { name: 'channels', type: 'select', hasMany: true, options: ['email', 'sms'] },
    { name: 'plan', type: 'json', virtual: true, hooks: { afterChange: [() => 1] } },
    { name: 'fee', type: 'number', validate: () => true, defaultValue: 0 },
  ])('is welcome when the writer stores it: %j', (field) => {
    expect(() => assertFastFields(bookingsWith(field))).not.toThrow()
  })
})
