import { createHash } from 'node:crypto'
import type {
  SeriesBody,
  SeriesMade,
  SeriesPreview,
} from '../../../src/contracts/scheduling/series.ts'
import type { Answer } from './call.ts'
import type { Draft } from './draft.ts'
import type { Refusal } from './refusal.ts'
import { type RuleErrors, repeatRule } from './repeat-rule.ts'

type Occurrence = SeriesPreview['occurrences'][number]
export type RepeatController = {
  /** The dates of the rule that was asked for. */
  seen: SeriesPreview | null
  rule: string
  errors: RuleErrors
  /** By occurrence: what is still to be decided. */
  undecided: Map<number, string>
  /** The rhythm was changed after its dates were looked at. */
  isOther: boolean
  refusal: Refusal | null
  made: SeriesMade | null
}

type Door = {
  preview: (body: SeriesBody) => Promise<Answer<SeriesPreview>>
  save: (body: SeriesBody, key: string) => Promise<Answer<SeriesMade>>
}

const actions = new Set(['skip', 'anyone'])

/** What the form says about one occurrence: left out, somebody else, another start, or nothing. */
export const choiceFor = (draft: Draft, { index, conflict }: Occurrence): string => {
  if (conflict?.reason === 'not-offered') return 'skip'
  const chosen = draft[`at-${index}`] ?? ''
  const isStart = conflict?.alternatives.some(({ start }) => start === chosen) ?? false
  return actions.has(chosen) || isStart ? chosen : ''
}

const resolutionsOf = (draft: Draft, { occurrences }: SeriesPreview): SeriesBody['resolutions'] =>
  occurrences.flatMap((one): SeriesBody['resolutions'] => {
    const chosen = one.index === 0 ? '' : choiceFor(draft, one)
    const { index } = one
    if (chosen === 'skip' || chosen === 'anyone') return [{ index, action: chosen }]
    return chosen ? [{ index, action: 'move', start: chosen }] : []
  })

/** One key for one form and one wish. */
const keyOf = (draft: Draft, body: SeriesBody) =>
  createHash('sha256')
    .update(`${draft['form']}\n${JSON.stringify(body)}`)
    .digest('hex')
    .slice(0, 40)

/** Answers one turn of the page on which a customer repeats a booking: shows dates, or saves. */
export async function repeatController(
  door: Door,
  { booking, draft }: { booking: string; draft: Draft },
): Promise<RepeatController> {
  const state: RepeatController = {
    seen: null,
    rule: '',
    errors: {},
    undecided: new Map(),
    isOther: false,
    refusal: null,
    made: null,
  }
  const wanted = repeatRule(draft)
  if ('errors' in wanted) return { ...state, errors: wanted.errors }
  const body: SeriesBody = { booking, rule: wanted.rule, keepsPeople: true, resolutions: [] }
  const found = await door.preview(body)
  if (!found.ok) return { ...state, refusal: found.refusal }
  state.seen = found.data
  state.rule = JSON.stringify(wanted.rule)
  if (draft['intent'] !== 'save') return state
  if (draft['seen'] !== state.rule) return { ...state, isOther: true }

  for (const one of found.data.occurrences) {
    if (one.conflict && !choiceFor(draft, one)) {
      state.undecided.set(one.index, 'Choose what to do with this visit.')
    }
  }
  if (state.undecided.size > 0) return state
  const whole = { ...body, resolutions: resolutionsOf(draft, found.data) }
  const saved = await door.save(whole, keyOf(draft, whole))
  if (saved.ok) return { ...state, made: saved.data }
  return { ...state, refusal: saved.refusal }
}
