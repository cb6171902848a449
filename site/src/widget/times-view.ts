import { addDays } from '../lib/local-day.ts'
import type { Slot } from '../lib/shapes.ts'
import type { WidgetStore } from './widget-store.ts'
import type { Formats } from './formats.ts'
import { type Child, h } from './h.ts'
import { radios } from './radios.ts'
import type { FreeDay, FreeTimes } from './state.ts'
import { words } from './words.ts'

const partsOfDay = [
  { name: words.choose.parts.morning, has: (hour: number) => hour < 12 },
  { name: words.choose.parts.afternoon, has: (hour: number) => hour >= 12 && hour < 17 },
  { name: words.choose.parts.evening, has: (hour: number) => hour >= 17 },
]

/** When: seven days, and the times of one of them in the zone of the place of work. */
export const timesView = (store: WidgetStore, formats: Formats): Child => {
  const { free, draft } = store.state
  if (!free) return null
  const day = free.days.find((one) => one.day === draft['day'])
  return [
    h('p', {}, words.zone(zoneShown(free, { day, formats }))),
    daysOf(store, { free, formats }),
    weeks(store, free),
    day ? slotsOf(store, { day, free, formats }) : h('p', { class: 'empty' }, words.none),
  ]
}

/** The zone as it is at the times of the day shown, or else in the week. */
const zoneShown = (
  free: FreeTimes,
  { day, formats }: { day: FreeDay | undefined; formats: Formats },
) =>
  day && day.slots.length > 0
    ? formats.zone(
        day.slots.map(({ start }) => start),
        free.timezone,
      )
    : free.zoneName

type Parts = { free: FreeTimes; formats: Formats }

const daysOf = (store: WidgetStore, { free, formats }: Parts) =>
  radios(store, {
    ...{ name: 'day', legend: words.choose.day, isLegendHidden: true, look: 'days' },
    value: store.state.draft['day'],
    choices: free.days.map(({ day, slots }) => ({
      value: day,
      disabled: slots.length === 0,
      label: [
        h('span', {}, formats.weekday(day)),
        h('b', {}, formats.dayOfMonth(day)),
        h('span', {}, slots.length > 0 ? formats.month(day) : words.choose.noTimes),
      ],
      hint: slots.length > 0 && h('span', { class: 'vh' }, `, ${words.times(slots.length)}`),
    })),
    onChoose: (day) => {
      store.state.draft['day'] = day
      store.view.show()
      store.view.say(words.times(free.days.find((one) => one.day === day)?.slots.length ?? 0))
    },
  })

const weeks = (store: WidgetStore, { week, today }: FreeTimes) => {
  const turn = (id: string, label: string, to: string) =>
    h(
      'button',
      {
        type: 'button',
        id,
        class: 'quiet',
        part: 'button-quiet',
        onclick: () => void store.showWeek(to),
      },
      label,
    )
  return h(
    'div',
    { class: 'row between' },
    week > today ? turn('earlier', words.buttons.earlier, addDays(week, -7)) : h('span'),
    turn('later', words.buttons.later, addDays(week, 7)),
  )
}

/** A time with the number of people who can take it. */
export const slotChoice = (slot: Slot, { free, formats }: Parts) => ({
  value: slot.start,
  label: h('b', {}, formats.span({ ...slot, timezone: free.timezone })),
  hint: h('span', {}, words.people(slot.available)),
})

const slotsOf = (store: WidgetStore, { day, free, formats }: Parts & { day: FreeDay }) => {
  const { draft, errors } = store.state
  const groups = partsOfDay
    .map(({ name, has }) => ({
      name,
      slots: day.slots.filter(({ start }) => has(formats.hour(start, free.timezone))),
    }))
    .filter(({ slots }) => slots.length > 0)
  return h(
    'div',
    { class: 'stack' },
    h('p', { id: 'day-shown', class: 'strong' }, formats.fullDay(day.day)),
    groups.map(({ name, slots }, at) =>
      radios(store, {
        ...{ name: 'start', legend: name, look: 'slots', value: draft['start'] },
        error: at === 0 ? errors['start'] : undefined,
        choices: slots.map((slot) => slotChoice(slot, { free, formats })),
      }),
    ),
  )
}
