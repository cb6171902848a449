import { askView, bookedView } from './end-view.ts'
import { placeView, serviceView } from './choose-view.ts'
import type { WidgetStore } from './widget-store.ts'
import { detailsView, keepingView, questionsView, summaryView } from './details-view.ts'
import type { Formats } from './formats.ts'
import { type Child, h } from './h.ts'
import { radios } from './radios.ts'
import { slotChoice, timesView } from './times-view.ts'
import { words } from './words.ts'

export type Shown = { formats: Formats; host: string }

const partOf = (store: WidgetStore, { formats, host }: Shown): Child => {
  switch (store.state.step) {
    case 'service':
      return serviceView(store, formats)
    case 'place':
      return placeView(store)
    case 'times':
      return timesView(store, formats)
    case 'questions':
      return questionsView(store)
    case 'details':
      return detailsView(store)
    case 'ask':
      return askView(store)
    case 'booked':
      return bookedView(store, { formats, host })
  }
}

/** A refusal that belongs to no field, with a way on: to try again, or other times. */
const noticeView = (store: WidgetStore, formats: Formats): Child => {
  const { notice, alternatives, free, draft, errors } = store.state
  if (!notice) return null
  const { retry } = notice
  return h(
    'div',
    {
      id: 'notice',
      class: 'notice',
      part: 'notice',
      role: 'group',
      'aria-labelledby': 'said',
      tabindex: -1,
    },
    h('p', { id: 'said', class: 'strong' }, notice.title),
    notice.text && h('p', {}, notice.text),
    free &&
      alternatives.length > 0 &&
      radios(store, {
        ...{ name: 'instead', legend: words.choose.instead, look: 'slots', value: draft['start'] },
        error: errors['instead'],
        choices: alternatives.map((slot) => ({
          ...slotChoice(slot, { free, formats }),
          hint: h('span', {}, formats.day(slot.start, free.timezone)),
        })),
        onChoose: (start) => store.keep('start', start),
      }),
    free &&
      alternatives.length > 0 &&
      h(
        'button',
        { type: 'button', id: 'instead', part: 'button', onclick: () => void takeInstead(store) },
        words.buttons.takeInstead,
      ),
    retry &&
      h(
        'button',
        { type: 'button', id: 'retry', part: 'button', onclick: retry },
        words.buttons.tryAgain,
      ),
  )
}

const takeInstead = ({ state, takeInstead: take, refuseFields }: WidgetStore) =>
  state.draft['start']
    ? take(state.draft['start'])
    : refuseFields({ instead: words.refused.instead })

const headingView = (store: WidgetStore): Child => {
  const { step } = store.state
  const steps = store.steps()
  const at = steps.indexOf(step)
  return h(
    'div',
    {},
    at >= 0 && steps.length > 1 && h('p', { class: 'hint' }, words.step(at + 1, steps.length)),
    h('h2', { id: 'heading', part: 'heading', tabindex: -1 }, words.headings[step]),
  )
}

/** The buttons that go on and back. */
const waysView = (store: WidgetStore): Child => {
  const { step, busy, company, services } = store.state
  const next = company || services.length > 0 ? words.next[step] : ''
  const back = {
    ...{ type: 'button', id: 'back', class: 'quiet', part: 'button-quiet' },
    onclick: () => void store.goBack(),
  }
  return h(
    'div',
    { class: 'row' },
    next &&
      h(
        'button',
        { id: 'next', part: 'button', 'aria-disabled': busy !== null && 'true' },
        busy ?? next,
      ),
    store.steps().indexOf(step) > 0 && h('button', back, words.buttons.back),
  )
}

/** Heading, notice, the step's own part and the way on and back. */
export const frameView = (store: WidgetStore, shown: Shown): Child => {
  const { state } = store
  const { step, busy } = state
  const count = Object.keys(state.errors).length
  const submit = (event: Event) => {
    event.preventDefault()
    void store.goOn()
  }
  return h(
    'form',
    { class: 'stack', novalidate: true, 'aria-busy': busy !== null && 'true', onsubmit: submit },
    headingView(store),
    summaryView(store, shown.formats),
    noticeView(store, shown.formats),
    count > 0 && h('p', { class: 'error' }, words.missing(count)),
    partOf(store, shown),
    h('div', { id: 'keeping', class: 'row' }, keepingView(store, shown.formats)),
    waysView(store),
    step === 'details' && h('p', { class: 'hint' }, words.terms(store.mayCancel())),
    state.services.length === 0 && busy !== null && h('p', {}, busy),
    state.services.length === 0 && busy === null && h('slot'),
  )
}
