import { describe, expect, test } from 'vitest'
import { readEmail } from '../../../src/domain/people/email.ts'

describe('an e-mail address', () => {
  test.each([
    [' Ann@Example.COM ', 'ann@example.com'],
    ['a&b%c/d@example.com', 'a&b%c/d@example.com'],
    ["o'brien+home@example.co.uk", "o'brien+home@example.co.uk"],
    ['ju\u0308rgen@mu\u0308ller.de', 'jürgen@müller.de'],
    ['JÜRGEN@MÜLLER.DE', 'jürgen@müller.de'],
    ['用户@例子.中国', '用户@例子.中国'],
    ['ann@xn--mller-kva.de', 'ann@müller.de'],
    ['ann@xn--fsqu00a.xn--fiqs8s', 'ann@例子.中国'],
    ['ann@shop.xn--bcher-kva.example', 'ann@shop.bücher.example'],
  ])('typed as “%s” is stored as %s', (typed, stored) => {
    expect(readEmail(typed)).toBe(stored)
  })

  test.each([
    ...['', 'ann', 'ann@', '@example.com', 'ann@example', 'ann@@example.com', 'a@b@example.com'],
    ...['ann lee@example.com', '.ann@example.com', 'ann..lee@example.com', '"ann"@example.com'],
    ...[
      'ann@-example.com',
      'ann@exa_mple.com',
      'ann@1.2.3.4',
      'ann@xn--a.de',
      'ann@xn--zzzzzzzz.de',
      'ann@example.com\r\nbcc: x@y.zz',
    ],
    ...[`${'a'.repeat(65)}@example.com`, `a@${'b'.repeat(250)}.com`],
  ])('is not “%s”', (typed) => {
    expect(readEmail(typed)).toBeNull()
  })
})
