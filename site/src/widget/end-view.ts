import { calendarFile } from '../../../src/domain/messages/calendar-file.ts'
import { visitEvent } from '../../../src/domain/messages/visit-event.ts'
import type { WidgetStore } from './widget-store.ts'
import type { Formats } from './formats.ts'
import { type Child, h } from './h.ts'
import { words } from './words.ts'

/** How to ask for work that cannot be booked at once. */
export const askView = (store: WidgetStore): Child => {
  const { company } = store.state
  const service = store.service()
  const subject = encodeURIComponent(words.request(service?.name ?? ''))
  return [
    h('p', {}, company?.portal.bookingEnabled === false ? words.notOpen : words.onRequest),
    h(
      'div',
      { class: 'row' },
      company?.phone &&
        h(
          'a',
          { class: 'button', part: 'button', href: `tel:${company.phone}` },
          words.buttons.call(company.phone),
        ),
      company?.email &&
        h(
          'a',
          {
            class: 'quiet',
            part: 'button-quiet',
            href: `mailto:${company.email}?subject=${subject}`,
          },
          words.buttons.write,
        ),
    ),
  ]
}

const whereOf = (store: WidgetStore): string => {
  const { draft } = store.state
  const place = store.place()
  if (place?.kind !== 'mobile') return place?.label ?? ''
  const { 'address.line1': line1, 'address.suburb': suburb, 'address.postcode': postcode } = draft
  return [line1, suburb, postcode].filter(Boolean).join(', ')
}

type Booked = NonNullable<WidgetStore['state']['booked']>
type Shown = { formats: Formats; host: string }

/** What was booked, by what each line is called; an empty one is left out. */
const bookedFacts = (
  store: WidgetStore,
  { booked, formats }: { booked: Booked; formats: Formats },
): Record<string, string> => {
  const { number, start, timezone, total } = booked
  return {
    [words.facts.number]: number,
    [words.facts.service]: store.service()?.name ?? '',
    [words.facts.when]:
      `${formats.day(start, timezone)}, ${formats.span(booked)} · ${formats.zone(start, timezone)}`,
    [words.facts.where]: whereOf(store),
    [words.facts.price]: total.amount > 0 ? words.facts.inclTax(formats.money(total)) : '',
  }
}

/** Its visits as a file for calendars. */
const calendarOf = (store: WidgetStore, { number, events }: Booked, host: string): string => {
  const { company } = store.state
  const about = { service: store.service()?.name ?? '', place: whereOf(store) }
  const by = {
    number,
    company: company?.tradingName ?? company?.name ?? '',
    host: new URL(host).hostname,
  }
  return calendarFile(
    events.map(({ visit, ...event }) => visitEvent({ ...event, origin: visit, ...about }, by)),
    { now: new Date().toISOString() },
  )
}

const waysOn = (store: WidgetStore, host: string): Child => [
  h(
    'a',
    { class: 'quiet', part: 'button-quiet', href: `${host}/my`, target: '_blank' },
    words.buttons.mine,
  ),
  h(
    'button',
    {
      type: 'button',
      class: 'quiet',
      part: 'button-quiet',
      onclick: () => void store.startAgain(),
    },
    words.buttons.another,
  ),
]

/** The end: what was booked, and how to find it again. */
export const bookedView = (store: WidgetStore, { formats, host }: Shown): Child => {
  const { booked, draft } = store.state
  if (!booked || !store.service()) return null
  const isConfirmed = booked.status === 'confirmed'
  const facts = Object.entries(bookedFacts(store, { booked, formats }))
  const to = draft['customer.email'] || draft['customer.phone']
  return [
    h('p', {}, isConfirmed ? words.booked.confirmed : words.booked.held),
    h(
      'dl',
      {},
      facts.map(([name, text]) => text && [h('dt', {}, name), h('dd', {}, text)]),
    ),
    to && h('p', {}, words.booked.manage(to, store.mayCancel())),
    h(
      'div',
      { class: 'row' },
      isConfirmed && download(() => calendarOf(store, booked, host), `${booked.number}.ics`),
      waysOn(store, host),
    ),
  ]
}

/** A link whose file is made when it is followed. */
const download = (file: () => string, name: string) =>
  h(
    'a',
    {
      ...{ class: 'quiet', part: 'button-quiet', download: name, href: '#' },
      onclick: ({ currentTarget }: Event) => {
        const blob = new Blob([file()], { type: 'text/calendar' })
        const link = currentTarget as HTMLAnchorElement
        link.href = URL.createObjectURL(blob)
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
      },
    },
    words.buttons.calendar,
  )
