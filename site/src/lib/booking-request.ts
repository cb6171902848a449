import type { CreateBooking } from '../../../src/contracts/bookings/bookings.ts'
import type { Me } from '../../../src/contracts/people/me.ts'
import { answerThis, missingWords } from './booking-words.ts'
import type { Draft } from './draft.ts'
import { isId } from './is-id.ts'
import type { PlaceChoice } from './place-choices.ts'
import type { Question, Service } from './shapes.ts'

export type FieldErrors = Record<string, string>

type Asked = { draft: Draft; service: Service; place: PlaceChoice; me: Me | null }

/** What is still missing before the application can be asked, in words, by field. */
export function missingFields({ draft, service, place, me }: Asked): FieldErrors {
  const isKnown = me?.kind === 'customer'
  const needed = [
    ...(place.kind === 'mobile' ? ['address.line1', 'address.suburb', 'address.postcode'] : []),
    ...['start', ...(isKnown ? [] : ['customer.name'])],
    ...(isKnown || draft['customer.phone'] ? [] : ['customer.email']),
  ].map((name) => [name, missingWords[name] as string] as const)
  const answers = service.questions
    .filter(({ required }) => required)
    .map(({ key }) => [`answers.${key}`, answerThis] as const)
  return Object.fromEntries([...needed, ...answers].filter(([name]) => !draft[name]))
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
