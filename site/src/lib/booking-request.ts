import type { CreateBooking } from '../../../src/contracts/bookings/bookings.ts'
import type { Me } from '../../../src/contracts/people/me.ts'
import type { Draft } from './draft.ts'
import { isId } from './is-id.ts'
import type { PlaceChoice } from './place-choices.ts'
import type { Question, Service } from './shapes.ts'

export type FieldErrors = Record<string, string>

const missing: Record<string, string> = {
  'address.line1': 'Enter the street and number.',
  'address.suburb': 'Enter the suburb.',
  'address.postcode': 'Enter a postcode so we can check availability.',
  'customer.name': 'Enter your name.',
  start: 'Choose a time.',
}

type Asked = { draft: Draft; service: Service; place: PlaceChoice; me: Me | null }

/** What is still missing before the application can be asked, in words, by field. */
export function missingFields({ draft, service, place, me }: Asked): FieldErrors {
  const needed = [
    ...(place.kind === 'mobile' ? ['address.line1', 'address.suburb', 'address.postcode'] : []),
    'start',
    ...(me?.kind === 'customer' ? [] : ['customer.name']),
  ]
  const errors: FieldErrors = {}
  for (const name of needed) {
    if (!draft[name]) errors[name] = missing[name] ?? 'Fill this in.'
  }
  for (const { key, required } of service.questions) {
    if (required && !draft[`answers.${key}`]) errors[`answers.${key}`] = 'Answer this question.'
  }
  if (me?.kind !== 'customer' && !draft['customer.email'] && !draft['customer.phone']) {
    errors['customer.email'] = 'Enter an email or a phone number.'
  }
  return errors
}

function answerOf({ key, type }: Question, draft: Draft): string | number | boolean | undefined {
  const value = draft[`answers.${key}`]
  if (type === 'checkbox') return value === 'yes'
  if (!value) return undefined
  return type === 'number' && !Number.isNaN(Number(value)) ? Number(value) : value
}

/** The request that the application understands; fields left empty are left out. */
export function newBooking({ draft, service, place, me }: Asked): CreateBooking {
  const text = (name: string) => draft[name] ?? ''
  const some = (key: string, name: string) => (draft[name] ? { [key]: draft[name] } : {})
  const answers: Record<string, string | number | boolean> = {}
  for (const question of service.questions) {
    const answer = answerOf(question, draft)
    if (answer !== undefined) answers[question.key] = answer
  }
  return {
    service: service.slug,
    start: text('start'),
    ...(place.kind === 'fixed' ? { location: place.value } : {}),
    ...(place.kind === 'mobile'
      ? {
          address: {
            line1: text('address.line1'),
            ...some('line2', 'address.line2'),
            suburb: text('address.suburb'),
            postcode: text('address.postcode'),
          },
        }
      : {}),
    ...(me?.kind === 'customer'
      ? {}
      : {
          customer: {
            name: text('customer.name'),
            ...some('email', 'customer.email'),
            ...some('phone', 'customer.phone'),
          },
        }),
    ...(service.questions.length > 0 ? { answers } : {}),
    ...some('notes', 'notes'),
    ...(isId(draft['hold']) ? { hold: draft['hold'] } : {}),
  }
}
