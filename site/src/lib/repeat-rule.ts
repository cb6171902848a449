import type { SeriesBody } from '../../../src/contracts/scheduling/series.ts'
import type { Draft } from './draft.ts'
import { isLocalDay } from './local-day.ts'

type Rhythm = { value: string; label: string; unit: 'week' | 'month'; every: number }

/** How often a customer can have a visit repeated. */
export const rhythms: Rhythm[] = [
  { value: 'weekly', label: 'Every week', unit: 'week', every: 1 },
  { value: 'fortnightly', label: 'Every two weeks', unit: 'week', every: 2 },
  { value: 'monthly', label: 'Every month', unit: 'month', every: 1 },
]

export type RuleErrors = { count?: string; until?: string }

/** The rhythm and its end as the form says them, or what is missing, in words. */
export function repeatRule(
  draft: Draft,
): { rule: SeriesBody['rule']; words: string } | { errors: RuleErrors } {
  const rhythm = rhythms.find(({ value }) => value === draft['rhythm']) ?? rhythms[1]
  const { unit, every, label } = rhythm as Rhythm
  if (draft['ends'] === 'until') {
    const until = draft['until'] ?? ''
    if (!isLocalDay(until)) return { errors: { until: 'Please give the last day.' } }
    return { rule: { unit, every, until }, words: label }
  }
  const count = Number(draft['count'])
  if (!Number.isInteger(count) || count < 2 || count > 26) {
    return { errors: { count: 'Please give a number from 2 to 26.' } }
  }
  return { rule: { unit, every, count }, words: label }
}
