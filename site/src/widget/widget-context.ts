import type { PlaceChoice } from '../lib/place-choices.ts'
import type { Service } from '../lib/shapes.ts'
import type { Api } from './api.ts'
import type { Refusal } from './refusal.ts'
import { type Attributes, initialState, type State, type Step } from './state.ts'
import { chosenPlace, firstStepWith, placesOf, serviceIn, stepsOf } from './steps.ts'
import { refusalWords, words } from './words.ts'

/** What the element does on behalf of the rules. */
export type View = {
  /** Draws everything anew; with `move` the focus goes to the heading, or to what was refused. */
  show: (move?: 'heading' | 'error') => void
  /** Draws the words about the kept time alone, while somebody types. */
  showKeeping: () => void
  /** Says something to those who do not see it. */
  say: (text: string) => void
  booked: (detail: { number: string; start: string }) => void
}

/** How each part of the widget says no. */
const refusals = (state: State, { view, steps }: { view: View; steps: () => Step[] }) => ({
  /** Says no in words, with a way to try again where that is of use. */
  refuse: (refusal: Refusal, retry: () => void) => {
    const isOffline = !navigator.onLine
    const { title, text, mayRetry } = refusalWords(refusal, { isOffline, company: state.company })
    state.notice = { title, text, ...(mayRetry && { retry }) }
    view.show('error')
  },
  /** Says no to single values, beside their fields. */
  refuseFields: (errors: Record<string, string>) => {
    state.step = firstStepWith(errors, steps()) ?? state.step
    state.errors = errors
    view.show('error')
    view.say(words.missing(Object.keys(errors).length))
  },
})

/** Runs one thing at a time: a second click finds the first one under way. */
const oneAtATime =
  (state: State, view: View) =>
  async (what: string, work: () => Promise<unknown>): Promise<void> => {
    if (state.busy) return
    Object.assign(state, { busy: what, notice: null, errors: {} })
    view.show()
    view.say(what)
    try {
      await work()
    } finally {
      state.busy = null
      view.show()
    }
  }

/** What the widget knows so far, and how each part of it moves on or says no. */
export const createWidgetContext = (
  api: Api,
  { attributes, view }: { attributes: Attributes; view: View },
) => {
  const state: State = initialState()
  const service = (): Service | undefined =>
    serviceIn(state.services, { draft: state.draft, attributes })
  const place = (): PlaceChoice | undefined => {
    const chosen = service()
    return chosen && chosenPlace(chosen, state.draft, attributes)
  }
  const steps = (): Step[] => {
    const isOpen = state.company?.portal.bookingEnabled ?? true
    return stepsOf(service(), { attributes, isOpen })
  }
  return {
    ...{ api, attributes, view, state, service, place, steps },
    /** Whether customers cancel by themselves. */
    mayCancel: (): boolean => state.company?.portal.customersMayCancel ?? false,
    placesOf: (of: Service) => placesOf(of, attributes),
    /** The place as the application asks for it. */
    whereabouts: (): { postcode?: string; location?: string } => {
      const at = place()
      if (at?.kind === 'mobile') return { postcode: state.draft['address.postcode'] ?? '' }
      return at?.kind === 'fixed' ? { location: at.value } : {}
    },
    go: (step: Step) => {
      Object.assign(state, { step, errors: {} })
      view.show('heading')
    },
    ...refusals(state, { view, steps }),
    during: oneAtATime(state, view),
  }
}
export type WidgetContext = ReturnType<typeof createWidgetContext>
