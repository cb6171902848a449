import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Adapter, EffectContext, Outcome } from '../../src/ports/outcome.ts'
import { effectContext, type Fault, type PortWorld } from '../support/port-world.ts'

export type Effects = {
  world: () => PortWorld<Adapter>
  faults: readonly Fault[]
  /** Asks for the effect of a key. */
  ask: (context: EffectContext) => Promise<Outcome<unknown>>
  /** Asks for what no provider accepts. */
  askWrongly: (context: EffectContext) => Promise<Outcome<unknown>>
  /** Who must not be named in an error: addresses, numbers, secrets. */
  secrets: readonly string[]
  /** Whether the same key again is reported as a replay. Default: true. */
  reportsReplays?: boolean
}

const healthStates = ['degraded', 'disabled', 'misconfigured', 'ok', 'reauth-required']
const undone = ['retry', 'unknown', 'reauth']

/** What every port with effects promises: one effect for each key, whatever happens, and no throw. */
export const testEffects = (given: Effects): void => {
  const { world, faults, ask, askWrongly, secrets, reportsReplays = true } = given
  const key = () => randomUUID()
  const meets = (fault: Fault) => test.skipIf(!faults.includes(fault))
  const silent = (outcome: unknown) => {
    for (const secret of secrets) expect(JSON.stringify(outcome)).not.toContain(secret)
  }

  test('makes one effect, and the same one for the same key', async () => {
    const one = key()
    const first = await ask(effectContext(one))
    const second = await ask(effectContext(one, { attempt: 2 }))

    expect([first.kind, second.kind]).toEqual(['ok', 'ok'])
    if (first.kind !== 'ok' || second.kind !== 'ok') return
    expect(second.value).toEqual(first.value)
    if (reportsReplays) expect([first.replayed, second.replayed]).toEqual([false, true])
    expect(await world().effects(one)).toBe(1)
  })

  test('makes one effect of twenty calls under one key at once', async () => {
    const one = key()
    const calls = Array.from({ length: 20 }, () => ask(effectContext(one)))
    const kinds = (await Promise.all(calls)).map(({ kind }) => kind)

    expect(kinds).toContain('ok')
    expect(kinds.filter((kind) => kind === 'permanent' || kind === 'reauth')).toEqual([])
    expect(await world().effects(one)).toBe(1)
  })

  test('makes an effect for each key', async () => {
    const [one, other] = [key(), key()]
    await ask(effectContext(one))
    await ask(effectContext(other))

    expect([await world().effects(one), await world().effects(other)]).toEqual([1, 1])
  })

  test('does nothing, and reports that, when the time was over before it began', async () => {
    const one = key()
    const outcome = await ask(effectContext(one, { signal: AbortSignal.abort() }))

    expect(outcome.kind).toBe('retry')
    expect(await world().effects(one)).toBe(0)
  })

  meets('unavailable')('says that it may be tried again when nothing was done', async () => {
    const one = key()
    world().inject('unavailable')
    const outcome = await ask(effectContext(one))
    const before = await world().effects(one)
    const again = await ask(effectContext(one, { attempt: 2 }))

    expect(['retry', 'unknown']).toContain(outcome.kind)
    expect([before, again.kind, await world().effects(one)]).toEqual([0, 'ok', 1])
    silent(outcome)
  })

  meets('lost-answer')('does not claim that nothing was done when the answer is lost', async () => {
    const one = key()
    world().inject('lost-answer')
    const outcome = await ask(effectContext(one))

    expect(outcome.kind).toBe('unknown')
    silent(outcome)
  })

  meets('lost-answer')(
    'makes one effect when a call whose answer was lost is repeated',
    async () => {
      const one = key()
      world().inject('lost-answer')
      await ask(effectContext(one))
      const again = await ask(effectContext(one, { attempt: 2 }))

      expect(again.kind).toBe('ok')
      expect(await world().effects(one)).toBe(1)
    },
  )

  meets('hang')('comes back when the time is over, and says that it does not know', async () => {
    const started = performance.now()
    world().inject('hang')
    const outcome = await ask(effectContext(key(), { signal: AbortSignal.timeout(200) }))

    expect(outcome.kind).toBe('unknown')
    expect(performance.now() - started).toBeLessThan(5000)
  })

  meets('rate-limited')('waits as long as the provider asks for', async () => {
    world().inject('rate-limited')
    const outcome = await ask(effectContext(key()))

    expect(outcome).toMatchObject({ kind: 'retry', reason: 'rate-limited' })
    expect(outcome.kind === 'retry' && outcome.retryAfterMs).toBeGreaterThan(0)
  })

  meets('unauthorised')('asks for a new connection when the old one is refused', async () => {
    world().inject('unauthorised')
    const outcome = await ask(effectContext(key()))

    expect(outcome.kind).toBe('reauth')
    silent(outcome)
  })

  test('refuses for good what is invalid, and does nothing', async () => {
    const one = key()
    const outcome = await askWrongly(effectContext(one))

    expect(outcome.kind).toBe('permanent')
    expect(await world().effects(one)).toBe(0)
    silent(outcome)
  })

  test('names itself in what goes wrong', async () => {
    const outcome = await ask(effectContext(key(), { signal: AbortSignal.abort() }))

    expect(undone).toContain(outcome.kind)
    if (outcome.kind === 'ok') return
    expect(outcome.detail.provider).toBe(world().port.provider)
    expect(outcome.detail.message).toMatch(/\.$/)
  })

  test('answers about its health', async () => {
    const { status } = await world().port.health()

    expect(healthStates).toContain(status)
  })
}
