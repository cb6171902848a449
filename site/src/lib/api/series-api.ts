import {
  type SeriesBody,
  seriesMadeSchema,
  seriesPreviewSchema,
} from '../../../../src/contracts/scheduling/series.ts'
import { type Caller, call } from '../call.ts'

/** Repeating a booking. */
export const seriesApi = (caller: Caller) => ({
  previewSeries: (body: SeriesBody) =>
    call(caller, {
      path: '/api/app/series/preview',
      method: 'POST',
      body,
      schema: seriesPreviewSchema,
    }),
  repeat: (body: SeriesBody, key: string) =>
    call(caller, {
      path: '/api/app/series',
      method: 'POST',
      body,
      schema: seriesMadeSchema,
      headers: { 'idempotency-key': key },
    }),
})
