import { teamWord } from '../../ui/team-word.ts'
import type { BookingDraft, DraftAnswers, ServiceChoice } from './booking-draft.ts'

/** The four steps of a new booking, in their order (seed 003). */
export const stepKeys = ['service', 'time', 'person', 'customer'] as const

export type StepKey = (typeof stepKeys)[number]

const titles = {
  service: 'Service & location',
  time: 'Date & time',
  customer: 'Customer',
} as const

/** The title of a step; a fieldworker goes by the company's word. */
export const stepTitle = (step: StepKey): string =>
  step === 'person' ? teamWord().title : titles[step]

/** Something that is missing, and the step in which it is filled in. */
export type Need = { step: StepKey; what: string }

const unanswered = (service: ServiceChoice | undefined, answers: DraftAnswers): string[] =>
  (service?.questions ?? [])
    .filter(({ key, required }) => required && !answers[key])
    .map(({ label }) => `“${label}”`)

const placeNeeds = (draft: BookingDraft, service: ServiceChoice | undefined): string[] => {
  if (draft.at === 'location') return draft.location ? [] : ['the location']
  if (draft.addressId || service?.remote) return []
  const { line1, postcode } = draft.address
  return [
    ...(line1.trim() ? [] : ['the street']),
    ...(postcode.trim().length >= 2 ? [] : ['the postcode']),
  ]
}

const customerNeeds = ({ customer }: BookingDraft): string[] =>
  customer.id || customer.name.trim() ? [] : ['the customer’s name']

/** What a booking still needs before it can be sent, step by step. */
export const stillNeeded = (draft: BookingDraft, services: ServiceChoice[]): Need[] => {
  const choiceOf = (id: string) => services.find((known) => known.id === id)
  const service = choiceOf(draft.service)
  const needs: Record<StepKey, string[]> = {
    service: [
      ...(service ? [] : ['the service']),
      ...unanswered(service, draft.answers),
      ...draft.more.flatMap((one) => unanswered(choiceOf(one.service), one.answers)),
      ...placeNeeds(draft, service),
    ],
    time: draft.start ? [] : ['the time'],
    person: [],
    customer: customerNeeds(draft),
  }
  return stepKeys.flatMap((step) => needs[step].map((what) => ({ step, what })))
}

/** Whether every step before this one has what it needs. */
export const isReachable = (step: StepKey, needs: readonly Need[]): boolean => {
  const before = stepKeys.slice(0, stepKeys.indexOf(step))
  return !needs.some((need) => before.includes(need.step))
}

/** The first step that still needs something, or the last one. */
export const firstOpenStep = (needs: readonly Need[]): StepKey => needs[0]?.step ?? 'customer'
