import { expect, test } from 'vitest'
import { assertOverride, type Overriding } from '../../../src/domain/scheduling/assert-override.ts'

const dispatcher: Overriding = { passes: [], isAllowed: false, isWanted: false, reason: null }
const manager: Overriding = { ...dispatcher, isAllowed: true }

const refusal = (run: () => unknown) => {
  try {
    run()
    return null
  } catch (error) {
    return error as { code: string; message: string; details: unknown }
  }
}

test('nothing in the way needs no word', () => {
  expect(assertOverride([], dispatcher)).toEqual([])
  expect(assertOverride([], { ...manager, isWanted: true })).toEqual([])
})

test.each([
  [dispatcher, false],
  [manager, true],
])('an obstacle is refused until someone says "anyway", and says who may', (who, allowed) => {
  const refused = refusal(() => assertOverride(['absence', 'hours'], who))

  expect(refused?.code).toBe('slot-taken')
  expect(refused?.details).toEqual({ override: { allowed, obstacles: ['absence', 'hours'] } })
})

test('without the flag "anyway" is refused, whatever the reason', () => {
  const wanted = { ...dispatcher, isWanted: true, reason: 'They asked for it' }

  expect(refusal(() => assertOverride(['hours'], wanted))?.code).toBe('not-allowed')
})

test.each([null, '', '   '])('with the flag "anyway" needs a reason, not %j', (reason) => {
  const refused = refusal(() =>
    assertOverride(['calendar'], { ...manager, isWanted: true, reason }),
  )

  expect(refused?.code).toBe('invalid-input')
})

test('with the flag and a reason every obstacle gives way, and is named for the history', () => {
  const wanted = { ...manager, isWanted: true, reason: 'They agreed by phone' }

  expect(assertOverride(['absence', 'calendar', 'hours'], wanted)).toEqual([
    'absence',
    'calendar',
    'hours',
  ])
})

test('what was decided before passes without words, and nothing else does', () => {
  const before: Overriding = { ...dispatcher, passes: ['hours'] }

  expect(assertOverride(['hours'], before)).toEqual([])
  expect(refusal(() => assertOverride(['hours', 'absence'], before))?.code).toBe('slot-taken')
})
