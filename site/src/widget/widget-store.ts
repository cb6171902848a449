import { missingFields } from '../lib/booking-request.ts'
import type { Api } from './api.ts'
import { createBook } from './book.ts'
import { findTimes } from './find-times.ts'
import { createTimeHold, type TimeHold } from './hold-time.ts'
import { createWidgetContext, type View, type WidgetContext } from './widget-context.ts'
import { type Attributes, initialState, type Step } from './state.ts'
import { errorsAt, stepAfter, stepBefore } from './steps.ts'
import { words } from './words.ts'

const { looking, keeping: keepingIt } = words.busy
const deciding = new Set(['service', 'place', 'address.postcode'])

/** Times and the start that is chosen among them. */
const timesActions = (room: WidgetContext, hold: TimeHold) => {
  const { state, view, steps } = room
  return {
    toTimes: (week?: string) =>
      room.during(looking, async () => {
        if (await findTimes(room, week)) room.go('times')
      }),
    showWeek: (week: string) =>
      room.during(looking, async () => {
        if (!(await findTimes(room, week))) return
        const count = state.free?.days.reduce((sum, { slots }) => sum + slots.length, 0) ?? 0
        view.say(count > 0 ? words.times(count) : words.none)
      }),
    /** Holds the chosen time, then goes on to `next`. */
    toStepAfterTimes: (next: Step) =>
      room.during(keepingIt, async () => {
        state.alternatives = []
        if (await hold.keepTime()) room.go(next)
      }),
    /** Takes one of the times that are offered in place of a lost one. */
    takeInstead: (start: string) =>
      room.during(keepingIt, async () => {
        state.draft['start'] = start
        if (!(await hold.keepTime())) return
        state.alternatives = []
        if (state.step === 'times') room.go(stepAfter(steps(), 'times'))
        else view.show('heading')
      }),
    keepLonger: () => room.during(keepingIt, hold.keepTime),
  }
}

/** Reads the company and its services, and begins with the first step. */
const load = (room: WidgetContext): Promise<void> =>
  room.during(words.busy.loading, async () => {
    const { api, attributes, state } = room
    const [company, services] = await Promise.all([api.company(), api.services()])
    if (!services.ok) return room.refuse(services.refusal, () => void load(room))
    if (company.ok) state.company = company.data
    const isShown = attributes.mode === 'instant' ? 'instant' : null
    state.services = services.data.services.filter(({ mode }) => !isShown || mode === isShown)
    if (attributes.service && !room.service()) {
      state.notice = { title: words.notFound, text: '' }
      attributes.service = null
    }
    state.step = room.steps()[0] ?? 'service'
    if (state.step === 'times') await findTimes(room)
  })

/** What the step before it still lacks, in words, by field. */
const missingAt = (room: WidgetContext, step: Step): Record<string, string> => {
  const [service, place] = [room.service(), room.place()]
  if (!service) return { service: words.refused.service }
  if (!place) return { location: words.refused.place }
  const all = missingFields({ draft: room.state.draft, service, place, me: null })
  return Object.fromEntries(
    errorsAt(all, step, room.steps()).map((field) => [field, all[field] ?? '']),
  )
}

/** The way on, back and to the beginning. */
const stepActions = (
  room: WidgetContext,
  { hold, times }: { hold: TimeHold; times: ReturnType<typeof timesActions> },
) => {
  const { state, view, steps } = room
  const book = createBook(room, hold)
  return {
    /** What the button of the step does. */
    goOn: async (): Promise<void> => {
      if (state.busy) return
      const { step } = state
      if (step === 'details') return book()
      const missing = step === 'service' && room.service() ? {} : missingAt(room, step)
      if (Object.keys(missing).length > 0) return room.refuseFields(missing)
      state.notice = null
      const next = stepAfter(steps(), step)
      if (next === 'times') return times.toTimes()
      return step === 'times' ? times.toStepAfterTimes(next) : room.go(next)
    },
    goBack: (): Promise<void> | void => {
      const before = stepBefore(steps(), state.step)
      if (!before || state.busy) return
      Object.assign(state, { notice: null, alternatives: [] })
      return before === 'times' ? times.toTimes(state.free?.week) : room.go(before)
    },
    startAgain: (): Promise<void> | void => {
      hold.release()
      const { company, services } = state
      Object.assign(state, initialState(), { company, services })
      state.step = steps()[0] ?? 'service'
      return state.step === 'times' ? times.toTimes() : view.show('heading')
    },
  }
}

/** Everything that a visitor can do. */
export const createWidgetStore = (api: Api, options: { attributes: Attributes; view: View }) => {
  const room = createWidgetContext(api, options)
  const { state } = room
  const hold = createTimeHold(room)
  const times = timesActions(room, hold)
  const { showWeek, takeInstead, keepLonger } = times
  return {
    ...room,
    ...stepActions(room, { hold, times }),
    ...{ showWeek, takeInstead, keepLonger },
    load: () => load(room),
    release: hold.release,
    /** Keeps a value; one that decides about times lets go of a time chosen for another. */
    keep: (name: string, value: string) => {
      if (deciding.has(name) && state.draft[name] !== value) {
        hold.release()
        Object.assign(state, { free: null, alternatives: [] })
        Object.assign(state.draft, { start: '', day: '', ...(name === 'service' && { place: '' }) })
      }
      state.draft[name] = value
      hold.touch()
    },
  }
}
export type WidgetStore = ReturnType<typeof createWidgetStore>
