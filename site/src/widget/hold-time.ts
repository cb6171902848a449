import { dayOf } from '../lib/local-day.ts'
import { findTimes } from './find-times.ts'
import { nextFree } from './free-week.ts'
import { createHoldKeeper } from './hold-keeper.ts'
import type { Refusal } from './refusal.ts'
import type { WidgetContext } from './widget-context.ts'
import type { State } from './state.ts'
import { words } from './words.ts'

/** Other times in place of one that has gone: those of the refusal, or the next that are free. */
const showOthers = async (room: WidgetContext, refusal: Refusal): Promise<void> => {
  const { state, view } = room
  const start = state.draft['start'] ?? ''
  state.draft['start'] = ''
  if (start && state.free) state.draft['day'] = dayOf(start, state.free.timezone)
  await findTimes(room, state.free?.week)
  const shown = state.free?.days.flatMap(({ slots }) => slots) ?? []
  const { alternatives } = refusal
  state.alternatives = alternatives.length > 0 ? alternatives : nextFree(shown, start)
  const text = state.alternatives.length > 0 ? words.gone.some : words.gone.nothing
  state.notice = { title: words.gone.title, text }
  view.show('error')
}

/** Asks for the chosen time, in place of the one that is held. */
const requestHold = (
  { api, state, whereabouts }: WidgetContext,
  service: string,
  start: string,
) => {
  const hold = state.held && { hold: state.held.id }
  return api.hold({ service, start, ...whereabouts(), ...hold })
}

/** Keeps the chosen time while somebody types, gives it back, and offers others once it has gone. */
export const createTimeHold = (room: WidgetContext) => {
  const { api, state, view } = room
  /** While nobody knows whether the booking was made, the time is left as it is. */
  let isFrozen = false
  const is = (keeping: State['keeping']) => {
    state.keeping = keeping
    view.showKeeping()
  }
  const keeper = createHoldKeeper({
    renew: () => void keepTime(),
    soon: () => is('soon'),
    gone: () => {
      state.held = null
      is('gone')
    },
  })
  const forget = () => {
    keeper.stop()
    Object.assign(state, { held: null, keeping: 'none' })
  }

  /** @returns false where somebody else has the time; one that cannot be kept may still be booked */
  const keepTime = async (): Promise<boolean> => {
    const [service, start] = [room.service(), state.draft['start']]
    if (!service || !start || isFrozen) return true
    const answer = await requestHold(room, service.slug, start)
    if (answer.ok) {
      state.held = answer.data
      keeper.watch(answer.data)
      is('kept')
      return true
    }
    if (answer.refusal.code === 'slot-taken') {
      await offerOthers(answer.refusal)
      return false
    }
    forget()
    is('none')
    return true
  }

  const offerOthers = (refusal: Refusal): Promise<void> => {
    forget()
    return showOthers(room, refusal)
  }

  return {
    keepTime,
    offerOthers,
    forget,
    release: () => {
      const { held } = state
      forget()
      if (held && !isFrozen) void api.release(held.id)
    },
    freeze: (frozen: boolean) => {
      isFrozen = frozen
      if (frozen) keeper.stop()
    },
    touch: keeper.touch,
  }
}
export type TimeHold = ReturnType<typeof createTimeHold>
