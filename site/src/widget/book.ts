import type { CreateBooking } from '../../../src/contracts/bookings/bookings.ts'
import { missingFields, newBooking } from '../lib/booking-request.ts'
import { type Attempt, attemptFor, randomKey } from './attempt.ts'
import type { TimeHold } from './hold-time.ts'
import { isUnknown } from './refusal.ts'
import type { WidgetContext } from './widget-context.ts'
import { stepOfField } from './steps.ts'
import { words } from './words.ts'

const tries = 4
const againMs = 1500

/** Books what is in the draft, once, however often it is asked for and whichever answer is lost. */
export const createBook = (room: WidgetContext, keeping: TimeHold) => {
  const { api, state, view } = room
  let attempt: Attempt<CreateBooking> | null = null

  const send = async ({ body, key }: Attempt<CreateBooking>) => {
    let answer = await api.book(body, key)
    for (let turn = 1; turn < tries; turn++) {
      if (answer.ok || answer.refusal.code !== 'in-progress') break
      await new Promise((resolve) => setTimeout(resolve, againMs))
      answer = await api.book(body, key)
    }
    return answer
  }

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
      const answer = await send(sent)
      if (answer.ok) {
        attempt = null
        keeping.freeze(false)
        keeping.forget()
        const email = sent.body.customer?.email ?? ''
        Object.assign(state.draft, { 'customer.email': email })
        Object.assign(state, { booked: answer.data, alternatives: [] })
        room.go('booked')
        return view.booked({ number: answer.data.number, start: answer.data.start })
      }
      const { refusal } = answer
      const isOpen = isUnknown(refusal) || refusal.code === 'in-progress'
      attempt = { ...sent, isOpen }
      keeping.freeze(isOpen)
      if (refusal.code === 'slot-taken') return keeping.offerOthers(refusal)
      const known = Object.entries(refusal.fields).filter(
        ([field]) => field !== 'start' && stepOfField(field, room.steps()),
      )
      if (known.length > 0) return room.refuseFields(Object.fromEntries(known))
      room.refuse(refusal, () => void book())
    })
  }
  return book
}
