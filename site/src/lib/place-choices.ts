import { atAddress, atDistance, atPlace } from './booking-words.ts'
import type { Draft } from './draft.ts'
import type { Service } from './shapes.ts'

export type PlaceChoice = {
  value: string
  label: string
  hint: string | null
  kind: 'mobile' | 'fixed' | 'remote'
  timezone: string | null
}

/** Where a service can be done, as the visitor chooses it: their address, one of our places, afar. */
export function placeChoices({ locationTypes, locations }: Service): PlaceChoice[] {
  const choices: PlaceChoice[] = []
  if (locationTypes.includes('mobile')) {
    choices.push({
      value: 'address',
      label: atAddress,
      hint: null,
      kind: 'mobile',
      timezone: null,
    })
  }
  if (locationTypes.includes('fixed')) {
    for (const { id, name, address, timezone } of locations) {
      const hint = [address.line1, address.suburb].filter(Boolean).join(', ') || null
      choices.push({ value: id, label: atPlace(name), hint, kind: 'fixed', timezone })
    }
  }
  if (locationTypes.includes('remote')) {
    choices.push({
      value: 'remote',
      label: atDistance,
      hint: null,
      kind: 'remote',
      timezone: null,
    })
  }
  return choices
}

/** The place chosen so far; the only one where there is no choice. */
export const chosenPlace = (choices: PlaceChoice[], draft: Draft) =>
  choices.find(({ value }) => value === draft['place']) ??
  (choices.length === 1 || choices[0]?.kind === 'mobile' ? choices[0] : undefined)
