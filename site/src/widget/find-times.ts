import { firstWeek } from '../lib/first-week.ts'
import { addDays } from '../lib/local-day.ts'
import { freeWeek } from './free-week.ts'
import type { WidgetContext } from './widget-context.ts'
import { words } from './words.ts'

/**
 * Reads the free times of the week asked for, or else of the first of the next five weeks that has
 * any. @returns false where that was refused, which the room has then said
 */
export const findTimes = async (room: WidgetContext, week?: string): Promise<boolean> => {
  const { api, state } = room
  const service = room.service()
  if (!service) return false
  const ask = (from: string, days: number) =>
    api.slots({
      ...{ service: service.slug, from, to: addDays(from, days - 1) },
      ...room.whereabouts(),
      ...(state.held && { hold: state.held.id }),
    })
  const zone = state.free?.timezone ?? room.place()?.timezone ?? state.company?.timezone ?? 'UTC'
  const found = await firstWeek(ask, { asked: week, zone, now: Date.now() })
  const { answer, today, week: from } = found
  if (!answer.ok) {
    const { refusal } = answer
    const message = refusal.fields['postcode']
    if (message) room.refuseFields({ 'address.postcode': message })
    else room.refuse(refusal, () => void room.during(words.busy.looking, () => again(room, week)))
    return false
  }
  if (answer.data.reason === 'unknown-postcode') {
    room.refuseFields({ 'address.postcode': words.unknownPlace })
    return false
  }
  const { timezone, zoneName, slots } = answer.data
  const days = freeWeek(from, slots, timezone)
  state.free = { timezone, zoneName, today, week: from, days }
  const wanted = days.find((one) => one.day === state.draft['day'] && one.slots.length > 0)
  state.draft['day'] = (wanted ?? days.find((one) => one.slots.length > 0))?.day ?? ''
  return true
}

const again = async (room: WidgetContext, week: string | undefined) => {
  if (await findTimes(room, week)) room.go('times')
}
