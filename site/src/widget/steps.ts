import { foldText } from '../../../src/domain/records/fold-text.ts'
import type { Draft } from '../lib/draft.ts'
import { atPlace } from '../lib/booking-words.ts'
import { type PlaceChoice, placeChoices } from '../lib/place-choices.ts'
import type { Service } from '../lib/shapes.ts'
import { type Attributes, placeIn, type Step } from './state.ts'

/** The service of the attribute or of the choice, by slug or id. */
export const serviceIn = (
  services: Service[],
  { draft, attributes }: { draft: Draft; attributes: Attributes },
): Service | undefined => {
  const wanted = attributes.service ?? draft['service']
  return services.find(({ slug, id }) => slug === wanted || id === wanted)
}

/** Where the service can be done; the attribute, an id or a name, leaves that location alone. */
export const placesOf = (service: Service, { location }: Attributes): PlaceChoice[] => {
  const choices = placeChoices(service)
  const wanted = location && foldText(atPlace(location))
  const fixed = choices.filter(
    ({ value, label }) => value === location || foldText(label) === wanted,
  )
  return fixed.length > 0 ? fixed : choices
}

/** What is shown in which order; a step at which there is nothing to choose is left out. */
export const stepsOf = (
  service: Service | undefined,
  { attributes, isOpen }: { attributes: Attributes; isOpen: boolean },
): Step[] => {
  const first: Step[] = attributes.service && service ? [] : ['service']
  if (!service) return [...first, 'place', 'times', 'details']
  if (!isOpen || attributes.mode === 'request' || service.mode === 'request')
    return [...first, 'ask']
  const places = placesOf(service, attributes)
  const isPlain = places.length === 1 && places[0]?.kind !== 'mobile'
  return [
    ...first,
    ...(isPlain ? [] : (['place'] as const)),
    'times',
    ...(service.questions.length > 0 ? (['questions'] as const) : []),
    'details',
  ]
}

export const stepAfter = (steps: Step[], step: Step): Step => steps[steps.indexOf(step) + 1] ?? step
export const stepBefore = (steps: Step[], step: Step): Step | undefined =>
  steps[steps.indexOf(step) - 1]

/** Where a field stands, by its dotted path in the request; null for what nobody typed. */
export const stepOfField = (field: string, steps: Step[]): Step | null => {
  const at = (step: Step) => (steps.includes(step) ? step : null)
  if (field === 'service') return at('service')
  if (field === 'location' || field.endsWith('postcode')) return at('place')
  if (field === 'start') return at('times')
  if (field.startsWith('answers.')) return at('questions')
  return /^(address|customer)\.|^notes$/.test(field) ? at('details') : null
}

/** The errors of one step, and which step comes first among those with errors. */
export const errorsAt = (errors: Record<string, string>, step: Step, steps: Step[]) =>
  Object.keys(errors).filter((field) => stepOfField(field, steps) === step)

export const firstStepWith = (errors: Record<string, string>, steps: Step[]): Step | undefined =>
  steps.find((step) => errorsAt(errors, step, steps).length > 0)

export const chosenPlace = (service: Service, draft: Draft, attributes: Attributes) =>
  placeIn(placesOf(service, attributes), draft)
