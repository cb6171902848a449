import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import {
  endSeriesSchema,
  moveSeriesSchema,
  type SeriesMade,
  seriesMadeSchema,
  seriesPreviewSchema,
  seriesSchema,
} from '../../contracts/scheduling/series.ts'
import type { Booking, Series } from '../../payload-types.ts'
import { createSeries } from '../../operations/scheduling/create-series.ts'
import { endSeries } from '../../operations/scheduling/end-series.ts'
import { moveSeries } from '../../operations/scheduling/move-series.ts'
import { previewSeries } from '../../operations/scheduling/preview-series.ts'
import { withIdempotency } from '../../access/with-idempotency.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

const answerOf = ({ series, bookings }: { series: Series; bookings: Booking[] }): SeriesMade => ({
  series: { id: series.id, summary: series.summary ?? '', state: series.state },
  bookings: bookings.map(({ id, number, status, startsAt, endsAt, seriesIndex }) => ({
    ...{ id, number: number ?? '', status, index: seriesIndex ?? 0 },
    ...{ start: startsAt ?? '', end: endsAt ?? '' },
  })),
})

/** `POST /app/series/preview` and `POST /app/series`: repeats a booking. */
export const seriesEndpoints: ScopedEndpoint[] = [
  {
    path: '/app/series/preview',
    method: 'post',
    custom: { scopes: ['bookings:write'], body: seriesSchema, answer: seriesPreviewSchema },
    handler: async (req) => {
      const body = await bodyOf(req, seriesSchema)
      const headers = { 'Cache-Control': 'no-store' }
      return Response.json(await previewSeries(req, body), { headers })
    },
  },
  {
    path: '/app/series',
    method: 'post',
    custom: { scopes: ['bookings:write'], body: seriesSchema, answer: seriesMadeSchema },
    handler: async (req) => {
      const body = await bodyOf(req, seriesSchema)
      return withIdempotency(req, { route: 'POST /app/series', body }, async (keep) => {
        const onMade = (made: { series: Series; bookings: Booking[] }) => keep(201, answerOf(made))
        return Response.json(answerOf(await createSeries(req, body, { onMade })), { status: 201 })
      })
    },
  },
]

/** `POST /series/:id/{move,end}`: changes a series as a whole or from one occurrence on. */
export const seriesCommands: ScopedEndpoint[] = [
  {
    path: '/:id/move',
    method: 'post',
    custom: { scopes: ['bookings:write'], body: moveSeriesSchema },
    handler: async (req) => {
      const id = idIn(req)
      const body = await bodyOf(req, moveSeriesSchema)
      return Response.json({ bookings: await moveSeries(req, { id, body }) })
    },
  },
  {
    path: '/:id/end',
    method: 'post',
    custom: { scopes: ['bookings:write'], body: endSeriesSchema },
    handler: async (req) => {
      const id = idIn(req)
      const body = await bodyOf(req, endSeriesSchema)
      const { series, cancelled } = await endSeries(req, { id, body })
      return Response.json({ series: { id, state: series.state }, cancelled })
    },
  },
]
