import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const slotsUnder = (zone: string) => {
  const printed = execFileSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tests/support/print-slots.ts'],
    { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
  )
  const [offset, digest] = printed.split(' ')
  return { offset: Number(offset), digest }
}

describe('the zone of the server', () => {
  it('changes no slot', () => {
    const zones = ['UTC', 'America/New_York', 'Europe/Madrid', 'Australia/Sydney']

    const printed = zones.map(slotsUnder)

    expect(new Set(printed.map(({ offset }) => offset)).size).toBe(4)
    expect(new Set(printed.map(({ digest }) => digest)).size).toBe(1)
  }, 60_000)
})
