import { describe, expect, test } from 'vitest'
import { firstWeek } from '../../site/src/lib/first-week.ts'

const losAngeles = 'America/Los_Angeles'
/** The evening of 7 December in Los Angeles, the afternoon of 8 December in Sydney. */
const now = Date.parse('2026-12-08T04:00:00Z')

const harness = (timezone: string, starts: string[] = []) => {
  const asked: string[] = []
  const ask = (from: string, days: number) => {
    asked.push(`${from} ${days}`)
    const slots = starts
      .filter((start) => start >= from)
      .map((start) => ({ start, end: start, available: 1 }))
    return Promise.resolve({ ok: true, data: { mode: 'instant', timezone, slots } } as const)
  }
  return { asked, ask }
}

describe('the first week of free times', () => {
  test('begins today where the work is done, however late it is at the company', async () => {
    const { ask, asked } = harness(losAngeles, ['2026-12-08T05:00:00Z'])

    const found = await firstWeek(ask, { asked: undefined, zone: 'Australia/Sydney', now })

    expect(found).toMatchObject({ today: '2026-12-07', week: '2026-12-07' })
    expect(asked).toEqual(['2026-12-08 7', '2026-12-07 7'])
  })

  test('is asked for once where the company and the work share a day', async () => {
    const { ask, asked } = harness('Australia/Perth', ['2026-12-08T05:00:00Z'])

    await firstWeek(ask, { asked: undefined, zone: 'Australia/Sydney', now })

    expect(asked).toEqual(['2026-12-08 7'])
  })

  test('is the one asked for, unless it has gone by where the work is done', async () => {
    const weekOf = async (asked: string) =>
      (await firstWeek(harness(losAngeles).ask, { asked, zone: 'Australia/Sydney', now })).week

    expect(await weekOf('2026-12-21')).toBe('2026-12-21')
    expect(await weekOf('2026-12-07')).toBe('2026-12-07')
    expect(await weekOf('2026-12-01')).toBe('2026-12-07')
  })

  test('is the next that has any where no one asked for one', async () => {
    const { ask, asked } = harness('Australia/Sydney', ['2026-12-20T23:00:00Z'])
    const empty = (from: string, days: number) =>
      days === 7
        ? Promise.resolve({
            ok: true as const,
            data: { mode: 'instant' as const, timezone: 'Australia/Sydney', slots: [] },
          })
        : ask(from, days)

    const found = await firstWeek(empty, { asked: undefined, zone: 'Australia/Sydney', now })

    expect(asked).toEqual(['2026-12-15 28'])
    expect(found).toMatchObject({ today: '2026-12-08', week: '2026-12-21' })
  })
})
