import { describe, expect, test } from 'vitest'
import { safeRedirectPath } from '../../site/src/lib/safe-redirect-path.ts'
import { refusalOf } from '../../site/src/lib/refusal.ts'

describe('refusals', () => {
  test("the application's own words and every refused field are kept", () => {
    const body = {
      errors: [
        { code: 'invalid-input', message: 'Not an address.', field: 'customer.email' },
        { code: 'invalid-input', message: 'Too short.', field: 'address.postcode' },
      ],
    }
    const refusal = refusalOf(422, body)
    expect(refusal).toMatchObject({ status: 422, field: 'customer.email' })
    expect(refusal.all.map(({ field }) => field)).toEqual(['customer.email', 'address.postcode'])
  })

  test('a taken slot keeps the other times that were offered', () => {
    const details = { alternatives: [{ start: 'a', end: 'b', available: 1 }] }
    const body = { errors: [{ code: 'slot-taken', message: 'Taken.', details }] }
    expect(refusalOf(409, body)).toMatchObject({ code: 'slot-taken', details })
  })

  test('a server error is shown in plain words, without its details', () => {
    const body = { errors: [{ code: 'x', message: 'relation "bookings" does not exist' }] }
    const { message } = refusalOf(500, body)
    expect(message).not.toContain('relation')
    expect(message).toMatch(/nothing was saved/i)
    expect(refusalOf(502, '<html>').message).toBe(message)
    expect(refusalOf(503, null).message).toMatch(/busy/)
  })
})

describe('where to go after signing in', () => {
  test('a path of this site is followed', () => {
    expect(safeRedirectPath('/my/bookings/1?tab=past', '/my')).toBe('/my/bookings/1?tab=past')
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    null,
    undefined,
  ])('%s leads nowhere else', (wanted) => {
    expect(safeRedirectPath(wanted, '/my')).toBe('/my')
  })
})
