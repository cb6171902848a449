import { addDays } from '../lib/local-day.ts'
import type { Slot } from '../lib/shapes.ts'
import type { WidgetStore } from './widget-store.ts'
import type { Formats } from './formats.ts'
import { type Child, h } from './h.ts'
import { radios } from './radios.ts'
import type { FreeDay, FreeTimes } from './state.ts'
import { words } from './words.ts'

const partsOfDay = [
  { name: 'Morning', has: (hour: number) => hour < 12 },
  { name: 'Afternoon', has: (hour: number) => hour >= 12 && hour < 17 },
  { name: 'Evening', has: (hour: number) => hour >= 17 },
]

/** When: seven days, and the times of one of them in the zone of the place of work. */
export const timesView = (desk: WidgetStore, formats: Formats): Child => {
  const { free, draft } = desk.state
  if (!free) return null
  const day = free.days.find((one) => one.day === draft['day'])
  return [
    h('p', {}, words.zone(free.zoneName)),
    daysOf(desk, { free, formats }),
    weeks(desk, free),
    day ? slotsOf(desk, { day, free, formats }) : h('p', { class: 'empty' }, words.none),
  ]
}

type Parts = { free: FreeTimes; formats: Formats }

const daysOf = (desk: WidgetStore, { free, formats }: Parts) =>
  radios(desk, {
    ...{ name: 'day', legend: 'Day', isLegendHidden: true, look: 'days' },
    value: desk.state.draft['day'],
    choices: free.days.map(({ day, slots }) => ({
      value: day,
      disabled: slots.length === 0,
      label: [
        h('span', {}, formats.weekday(day)),
        h('b', {}, formats.dayOfMonth(day)),
        h('span', {}, slots.length > 0 ? formats.month(day) : 'none'),
      ],
      hint: slots.length > 0 && h('span', { class: 'vh' }, `, ${words.times(slots.length)}`),
    })),
    onChoose: (day) => {
      desk.state.draft['day'] = day
      desk.view.show()
      desk.view.say(words.times(free.days.find((one) => one.day === day)?.slots.length ?? 0))
    },
  })

const weeks = (desk: WidgetStore, { week, today }: FreeTimes) => {
  const turn = (id: string, label: string, to: string) =>
    h(
      'button',
      {
        type: 'button',
        id,
        class: 'quiet',
        part: 'button-quiet',
        onclick: () => void desk.showWeek(to),
      },
      label,
    )
  return h(
    'div',
    { class: 'row between' },
    week > today ? turn('earlier', '← Earlier', addDays(week, -7)) : h('span'),
    turn('later', 'Later →', addDays(week, 7)),
  )
}

/** A time with the number of people who can take it. */
export const slotChoice = (slot: Slot, { free, formats }: Parts) => ({
  value: slot.start,
  label: h('b', {}, formats.span({ ...slot, timezone: free.timezone })),
  hint: h('span', {}, words.people(slot.available)),
})

const slotsOf = (desk: WidgetStore, { day, free, formats }: Parts & { day: FreeDay }) => {
  const { draft, errors } = desk.state
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
      radios(desk, {
        ...{ name: 'start', legend: name, look: 'slots', value: draft['start'] },
        error: at === 0 ? errors['start'] : undefined,
        choices: slots.map((slot) => slotChoice(slot, { free, formats })),
      }),
    ),
  )
}
