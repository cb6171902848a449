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

/** The end: what was booked, and how to find it again. */
export const bookedView = (
  store: WidgetStore,
  { formats, host }: { formats: Formats; host: string },
): Child => {
  const { booked, draft, company } = store.state
  const service = store.service()
  if (!booked || !service) return null
  const isConfirmed = booked.status === 'confirmed'
  const where = whereOf(store)
  const { start, timezone } = booked
  const facts = {
    [words.facts.number]: booked.number,
    [words.facts.service]: service.name,
    [words.facts.when]:
      `${formats.day(start, timezone)}, ${formats.span(booked)} · ${formats.zone(start, timezone)}`,
    [words.facts.where]: where,
    [words.facts.price]:
      booked.total.amount > 0 ? words.facts.inclTax(formats.money(booked.total)) : '',
  }
  const file = () =>
    calendarFile(
      booked.events.map(({ visit, ...event }) =>
        visitEvent(
          { ...event, origin: visit, service: service.name, place: where },
          {
            number: booked.number,
            company: company?.tradingName ?? company?.name ?? '',
            host: new URL(host).hostname,
          },
        ),
      ),
      { now: new Date().toISOString() },
    )
  const to = draft['customer.email'] || draft['customer.phone']
  return [
    h('p', {}, isConfirmed ? words.booked.confirmed : words.booked.held),
    h(
      'dl',
      {},
      Object.entries(facts).map(([name, text]) => text && [h('dt', {}, name), h('dd', {}, text)]),
    ),
    to && h('p', {}, words.booked.manage(to, store.mayCancel())),
    h(
      'div',
      { class: 'row' },
      isConfirmed && download(file, `${booked.number}.ics`),
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
