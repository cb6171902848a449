import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { asCommand } from '../../access/command.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import type { EndSeries } from '../../contracts/scheduling/series.ts'
import { collectAudit } from '../../database/records/audit.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { withRequestCache } from '../../database/records/request-cache.ts'
import { seriesLifecycle } from '../../domain/bookings/series-lifecycle.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { decide } from '../../domain/lifecycle.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Booking, Series } from '../../payload-types.ts'
import { mayChangeTogether } from './may-change-together.ts'
import { announceSeries } from '../messages/announce-series.ts'
import { cancelOccurrences } from './cancel-occurrences.ts'
import { seriesFor } from './series-for.ts'

const startOf = ({ startsAt }: Booking) => Date.parse(startsAt ?? '')

const chosen = (open: Booking[], from: string | undefined): Booking[] => {
  const anchor = from ? open.find(({ id }) => id === from) : undefined
  if (from && !anchor) {
    throw new DomainError('not-found', 'The booking is no open occurrence of this series.', {
      field: 'from',
    })
  }
  const since = anchor ? startOf(anchor) : Date.now()
  return open.filter((one) => startOf(one) >= since)
}

const cancel = async (
  req: PayloadRequest,
  { ids, command }: { ids: string[]; command: Command },
): Promise<void> => {
  if (ids.length === 0) return
  if (await mayChangeTogether(req)) return cancelOccurrences(req, { ids, command })
  for (const id of ids) {
    await req.payload.update({
      collection: 'bookings',
      id,
      data: { status: 'cancelled', command } as never,
      depth: 0,
      req,
      overrideAccess: false,
    })
  }
}

/**
 * Ends a series: the visits ahead are kept or cancelled, as chosen, all or none.
 * @throws {DomainError} transition-refused for an ended one, not-found, not-allowed
 */
export const endSeries = (
  req: PayloadRequest,
  { id, body }: { id: string; body: EndSeries },
): Promise<{ series: Series; cancelled: string[] }> =>
  inTransaction(req, () =>
    withRequestCache(req, () => collectAudit(req, () => end(req, { id, body }))),
  )

const end = async (
  req: PayloadRequest,
  { id, body }: { id: string; body: EndSeries },
): Promise<{ series: Series; cancelled: string[] }> => {
  await lockRow(req, 'series', id)
  const { series, open } = await seriesFor(req, { id, permission: 'booking.cancel' })
  const actor = await actorOf(req)
  const { to } = decide({ lifecycle: seriesLifecycle, from: series.state, event: 'end', actor })
  const ahead = body.future === 'cancel' ? chosen(open, body.from) : []
  const command = { name: 'cancel', reason: body.reason ?? 'The series has ended.' }
  const ids = ahead.map((one) => one.id)
  await asCommand(req, 'end-series', () => cancel(req, { ids, command }))
  const ended = await req.payload.update({
    collection: 'series',
    id,
    data: { state: to as Series['state'], endedAt: new Date().toISOString() },
    depth: 0,
    req,
    overrideAccess: true,
  })
  const booking = idOf(series.template) ?? ahead[0]?.id
  if (booking) {
    await announceSeries(req, { event: 'series-ended', series: id, booking, occurrences: [] })
  }
  return { series: ended, cancelled: ids }
}
