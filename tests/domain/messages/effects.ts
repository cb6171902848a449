import type { EffectFacts, PersonFacts } from '../../../src/domain/messages/effect-facts.ts'

const person = (id: string): PersonFacts => ({
  id,
  name: id,
  user: `user-${id}`,
  hasEmail: true,
})

/** Ann holds the one visit, Bo is asked for it, Cy had it before, Di and Ed dispatch. */
export const effectFacts = (change: Partial<EffectFacts> = {}): EffectFacts => ({
  booking: { id: 'b', number: 'FB-1', version: 3, status: 'confirmed' },
  customer: { id: 'c', name: 'Jo Park', hasEmail: true, hasPhone: true },
  visits: [
    {
      id: 'v',
      version: 2,
      service: 'Tap repair',
      when: 'Mon, 23 Nov 2026, 9:00 am AEDT',
      status: 'confirmed',
      fieldworker: person('ann'),
      offers: [{ id: 'o', person: person('bo') }],
    },
  ],
  formerly: [{ visit: 'v', person: person('cy') }],
  dispatchers: ['di', 'ed'],
  actor: null,
  reason: null,
  again: null,
  ...change,
})
