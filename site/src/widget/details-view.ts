import type { Question } from '../lib/shapes.ts'
import type { WidgetStore } from './widget-store.ts'
import { field } from './field.ts'
import type { Formats } from './formats.ts'
import { type Child, h } from './h.ts'
import { words } from './words.ts'

/** What the service wants to know. */
export const questionsView = (store: WidgetStore): Child =>
  (store.service()?.questions ?? []).map(({ key, label, type, required, options }: Question) =>
    field(store, { name: `answers.${key}`, label, type, required, options }),
  )

/** Who: where exactly, and how to reach them. */
export const detailsView = (store: WidgetStore): Child => [
  store.place()?.kind === 'mobile' && [
    field(store, {
      ...{ name: 'address.line1', ...words.fields.line1, required: true },
      autocomplete: 'address-line1',
    }),
    field(store, {
      ...{ name: 'address.suburb', ...words.fields.suburb, required: true },
      autocomplete: 'address-level2',
    }),
  ],
  field(store, {
    name: 'customer.name',
    ...words.fields.name,
    required: true,
    autocomplete: 'name',
  }),
  field(store, {
    ...{
      name: 'customer.email',
      type: 'email',
      autocomplete: 'email',
      oneOf: true,
    },
    ...words.fields.email,
  }),
  field(store, {
    ...{ name: 'customer.phone', type: 'tel', autocomplete: 'tel', oneOf: true },
    ...words.fields.phone,
  }),
  field(store, {
    ...{ name: 'notes', type: 'textarea' },
    ...words.fields.notes,
  }),
]

/** What is known of the visit so far. */
export const summaryView = (store: WidgetStore, formats: Formats): Child => {
  const { draft, free, step } = store.state
  const service = store.service()
  if (!service || step === 'service' || step === 'booked') return null
  const place = store.place()
  const where = place?.kind === 'mobile' ? draft['address.postcode'] : place?.label
  const start = draft['start']
  const when =
    start && free && `${formats.day(start, free.timezone)}, ${formats.clock(start, free.timezone)}`
  const isLater = step !== 'place' && step !== 'ask'
  const known = [service.name, formats.price(service), isLater && where, step !== 'times' && when]
  return h('p', { class: 'summary' }, known.filter(Boolean).join(' · '))
}

/** Whether and until when the time is kept. */
export const keepingView = (store: WidgetStore, formats: Formats): Child => {
  const { held, keeping, step, draft } = store.state
  if ((step !== 'questions' && step !== 'details') || !draft['start']) return null
  const until = held ? formats.clock(held.expiresAt) : ''
  const text =
    keeping === 'kept' || keeping === 'soon'
      ? words.keeping[keeping](until)
      : words.keeping[keeping]
  const action = { kept: '', none: '', soon: words.keeping.longer, gone: words.keeping.again }[
    keeping
  ]
  const onclick = () => void store.keepLonger()
  return [
    h('p', {}, text),
    action && h('button', { type: 'button', id: 'longer', class: 'quiet', onclick }, action),
  ]
}
