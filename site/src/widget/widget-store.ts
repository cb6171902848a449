import { missingFields } from '../lib/booking-request.ts'
import type { Api } from './api.ts'
import { createBook } from './book.ts'
import { findTimes } from './find-times.ts'
import { createTimeHold } from './hold-time.ts'
import { createWidgetContext, type View } from './widget-context.ts'
import { type Attributes, initialState, type Step } from './state.ts'
import { errorsAt, stepAfter, stepBefore } from './steps.ts'
import { words } from './words.ts'

const { looking, keeping: keepingIt } = words.busy
const deciding = new Set(['service', 'place', 'address.postcode'])

/** Everything that a visitor can do. */
export const createWidgetStore = (api: Api, options: { attributes: Attributes; view: View }) => {
  const room = createWidgetContext(api, options)
  const keeping = createTimeHold(room)
  const book = createBook(room, keeping)
  const { attributes, state, view, steps } = room

  const toTimes = (week?: string) =>
    room.during(looking, async () => {
      if (await findTimes(room, week)) room.go('times')
    })

  const load = (): Promise<void> =>
    room.during(words.busy.loading, async () => {
      const [company, services] = await Promise.all([api.company(), api.services()])
      if (!services.ok) return room.refuse(services.refusal, () => void load())
      if (company.ok) state.company = company.data
      const isShown = attributes.mode === 'instant' ? 'instant' : null
      state.services = services.data.services.filter(({ mode }) => !isShown || mode === isShown)
      if (attributes.service && !room.service()) {
        state.notice = { title: words.notFound, text: '' }
        attributes.service = null
      }
      state.step = steps()[0] ?? 'service'
      if (state.step === 'times') await findTimes(room)
    })

  /** What the step before it still lacks, in words, by field. */
  const missingAt = (step: Step): Record<string, string> => {
    const [service, place] = [room.service(), room.place()]
    if (!service) return { service: words.refused.service }
    if (!place) return { location: words.refused.place }
    const all = missingFields({ draft: state.draft, service, place, me: null })
    return Object.fromEntries(
      errorsAt(all, step, steps()).map((field) => [field, all[field] ?? '']),
    )
  }

  /** What the button of the step does. */
  const goOn = async (): Promise<void> => {
    if (state.busy) return
    const { step } = state
    if (step === 'details') return book()
    const missing = step === 'service' && room.service() ? {} : missingAt(step)
    if (Object.keys(missing).length > 0) return room.refuseFields(missing)
    state.notice = null
    const next = stepAfter(steps(), step)
    if (next === 'times') return toTimes()
    if (step !== 'times') return room.go(next)
    await room.during(keepingIt, async () => {
      state.alternatives = []
      if (await keeping.keepTime()) room.go(next)
    })
  }

  return {
    ...room,
    load,
    goOn,
    release: keeping.release,
    /** Keeps a value; one that decides about times lets go of a time chosen for another. */
    keep: (name: string, value: string) => {
      if (deciding.has(name) && state.draft[name] !== value) {
        keeping.release()
        Object.assign(state, { free: null, alternatives: [] })
        Object.assign(state.draft, { start: '', day: '', ...(name === 'service' && { place: '' }) })
      }
      state.draft[name] = value
      keeping.touch()
    },
    showWeek: (week: string) =>
      room.during(looking, async () => {
        if (!(await findTimes(room, week))) return
        const count = state.free?.days.reduce((sum, { slots }) => sum + slots.length, 0) ?? 0
        view.say(count > 0 ? words.times(count) : words.none)
      }),
    /** Takes one of the times that are offered in place of a lost one. */
    takeInstead: (start: string) =>
      room.during(keepingIt, async () => {
        state.draft['start'] = start
        if (!(await keeping.keepTime())) return
        state.alternatives = []
        if (state.step === 'times') room.go(stepAfter(steps(), 'times'))
        else view.show('heading')
      }),
    keepLonger: () => room.during(keepingIt, keeping.keepTime),
    goBack: (): Promise<void> | void => {
      const before = stepBefore(steps(), state.step)
      if (!before || state.busy) return
      Object.assign(state, { notice: null, alternatives: [] })
      return before === 'times' ? toTimes(state.free?.week) : room.go(before)
    },
    startAgain: (): Promise<void> | void => {
      keeping.release()
      const { company, services } = state
      Object.assign(state, initialState(), { company, services })
      state.step = steps()[0] ?? 'service'
      return state.step === 'times' ? toTimes() : view.show('heading')
    },
  }
}
export type WidgetStore = ReturnType<typeof createWidgetStore>
