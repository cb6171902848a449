import type { WidgetStore } from './widget-store.ts'
import { field } from './field.ts'
import type { Formats } from './formats.ts'
import { type Child, h } from './h.ts'
import { postcodeKeyboard } from '../lib/postcode-keyboard.ts'
import { radios } from './radios.ts'
import { words } from './words.ts'

const length = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(' ')
}

/** What: the services with their prices and lengths. */
export const serviceView = (store: WidgetStore, formats: Formats): Child => {
  const { state } = store
  if (state.services.length === 0) return !state.busy && h('p', {}, words.empty)
  return radios(store, {
    ...{ name: 'service', legend: words.headings.service, isLegendHidden: true },
    value: state.draft['service'],
    error: state.errors['service'],
    choices: state.services.map((service) => {
      const price = formats.price(service)
      const isAsked = service.mode === 'request'
      const hint = [isAsked ? words.choose.onRequest : length(service.durationMinutes), price]
      const shown = hint.filter(Boolean).join(' · ')
      return {
        value: service.slug,
        label: h('b', {}, service.name),
        hint: h('span', {}, shown),
      }
    }),
  })
}

/** Where: the postcode of the work, or one of our places. */
export const placeView = (store: WidgetStore): Child => {
  const { state } = store
  const service = store.service()
  if (!service) return null
  const places = store.placesOf(service)
  const postcode = field(store, {
    ...{ name: 'address.postcode', ...words.fields.postcode, required: true },
    ...{ autocomplete: 'postal-code', inputmode: postcodeKeyboard(state.company) },
  })
  const choice = radios(store, {
    ...{
      name: 'place',
      legend: words.choose.place,
      value: store.place()?.value,
      error: state.errors['location'],
    },
    choices: places.map(({ value, label, hint }) => ({
      value,
      label: h('b', {}, label),
      hint: hint !== null && h('span', {}, hint),
    })),
    onChoose: (value) => {
      store.keep('place', value)
      store.view.show()
    },
  })
  return [places.length > 1 && choice, store.place()?.kind === 'mobile' && postcode]
}
