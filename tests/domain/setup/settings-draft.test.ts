import { describe, expect, test } from 'vitest'
import { changedSettings, draftOf } from '../../../src/admin/settings/settings-draft.ts'
import { settingsSpecs } from '../../../src/admin/settings/settings-specs.ts'

const local = { currency: 'AUD', country: 'AU' }
const stored = {
  taxPercent: 10,
  pricesIncludeTax: true,
  cancellationFeeAmount: 5500,
  noShowFeeAmount: null,
  cancellationFees: [
    { id: 'a', name: 'Late', kind: 'percent', percent: 50, amount: null, isDefault: true },
    { id: 'b', name: 'Travel', kind: 'fixed', amount: 8000, percent: null, isDefault: false },
  ],
}
const spec = settingsSpecs['financial-settings']
const before = draftOf(spec, stored, local)
const changes = (part: typeof before) =>
  changedSettings(spec, { draft: { ...before, ...part }, before, currency: 'AUD' })

describe('settings as they are typed', () => {
  test('nothing is sent where nothing was changed', () => {
    expect(changes({})).toEqual({})
  })

  test('only what was changed is sent, so that two people can change different settings', () => {
    expect(changes({ taxPercent: '12,5' })).toEqual({ taxPercent: 12.5 })
    expect(changes({ pricesIncludeTax: false })).toEqual({ pricesIncludeTax: false })
  })

  test('an amount is typed in the company’s currency and sent in minor units', () => {
    expect(before['cancellationFeeAmount']).toBe('55.00')
    expect(changes({ cancellationFeeAmount: '60' })).toEqual({ cancellationFeeAmount: 6000 })
    expect(changes({ cancellationFeeAmount: '' })).toEqual({ cancellationFeeAmount: null })
  })

  test('what is no number goes as it was typed, for the rule to refuse', () => {
    expect(changes({ taxPercent: 'ten' })).toEqual({ taxPercent: 'ten' })
  })

  test('fees keep their ids, and a new one has none', () => {
    const fees = before['cancellationFees'] as { row: string }[]
    const added = { row: 'new1', name: 'Key', kind: 'fixed', value: '12.50', isDefault: false }

    expect(changes({ cancellationFees: [...fees, added] as never })).toEqual({
      cancellationFees: [
        { id: 'a', name: 'Late', kind: 'percent', percent: 50, amount: null, isDefault: true },
        { id: 'b', name: 'Travel', kind: 'fixed', percent: null, amount: 8000, isDefault: false },
        { name: 'Key', kind: 'fixed', percent: null, amount: 1250, isDefault: false },
      ],
    })
  })

  test('a setting of a group goes with the others of its group', () => {
    const rules = settingsSpecs['booking-settings']
    const travel = { considered: true, speedKmh: 40, roadFactor: 1.3 }
    const was = draftOf(rules, { travel }, local)
    const draft = { ...was, 'travel.speedKmh': '50' }

    expect(changedSettings(rules, { draft, before: was, currency: 'AUD' })).toEqual({
      travel: { ...travel, speedKmh: 50 },
    })
  })

  test('a phone number is shown as people of the country write it', () => {
    const shown = draftOf(settingsSpecs.company, { phone: '+61255500100' }, local)

    expect(shown['phone']).toBe('(02) 5550 0100')
  })
})
