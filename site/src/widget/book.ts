import type { CreateBooking } from '../../../src/contracts/bookings/bookings.ts'
import { missingFields, newBooking } from '../lib/booking-request.ts'
import { type Attempt, attemptFor, randomKey } from './attempt.ts'
import type { TimeHold } from './hold-time.ts'
import { isUnknown, type Refusal } from './refusal.ts'
import type { State, Step } from './state.ts'
import type { WidgetContext } from './widget-context.ts'
import { stepOfField } from './steps.ts'
import { words } from './words.ts'

type Booked = NonNullable<State['booked']>

const tries = 4
const againMs = 1500

/** Asks again for a while where an earlier request with the same key is still under way. */
const send = async ({ api }: WidgetContext, { body, key }: Attempt<CreateBooking>) => {
  let answer = await api.book(body, key)
  for (let turn = 1; turn < tries; turn++) {
    if (answer.ok || answer.refusal.code !== 'in-progress') break
    await new Promise((resolve) => setTimeout(resolve, againMs))
    answer = await api.book(body, key)
  }
  return answer
}

/** The refused fields that a step of the widget shows; the start has words of its own. */
const fieldsShown = ({ fields }: Refusal, steps: Step[]): [string, string][] =>
  Object.entries(fields).filter(([field]) => field !== 'start' && stepOfField(field, steps))

/** Shows the end, and lets the page around the widget know. */
const showBooked = ({ state, view, go }: WidgetContext, booked: Booked, email: string) => {
  Object.assign(state.draft, { 'customer.email': email })
  Object.assign(state, { booked, alternatives: [] })
  go('booked')
  view.booked({ number: booked.number, start: booked.start })
}

/** Books what is in the draft, once, however often it is asked for and whichever answer is lost. */
export const createBook = (room: WidgetContext, keeping: TimeHold) => {
  const { state } = room
  let attempt: Attempt<CreateBooking> | null = null

  const book = async (): Promise<void> => {
    const [service, place] = [room.service(), room.place()]
    if (!service || !place) return
    const asked = { draft: state.draft, service, place, me: null }
    const errors = attempt?.isOpen ? {} : missingFields(asked)
    if (Object.keys(errors).length > 0) return room.refuseFields(errors)
    await room.during(words.busy.booking, async () => {
      const hold = state.held && { hold: state.held.id }
      const wish: CreateBooking = { ...newBooking(asked), ...hold, source: 'widget' }
      const sent = attemptFor(attempt, wish, randomKey)
      keeping.freeze(true)
      const answer = await send(room, sent)
      if (answer.ok) {
        attempt = null
        keeping.freeze(false)
        keeping.forget()
        return showBooked(room, answer.data, sent.body.customer?.email ?? '')
      }
      const { refusal } = answer
      const isOpen = isUnknown(refusal) || refusal.code === 'in-progress'
      attempt = { ...sent, isOpen }
      keeping.freeze(isOpen)
      if (refusal.code === 'slot-taken') return keeping.offerOthers(refusal)
      const known = fieldsShown(refusal, room.steps())
      if (known.length > 0) return room.refuseFields(Object.fromEntries(known))
      room.refuse(refusal, () => void book())
    })
  }
  return book
}
