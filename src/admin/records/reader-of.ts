import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import type { HistoryReader } from '../bookings/page/history-changes.ts'
import { loadCompany } from '../ui/load-company.ts'
import { type Doc, namesFor } from './record-words.ts'

/** Who reads records, with what the records they name are called. */
export const readerOf = async (
  req: PayloadRequest,
  { slug, docs }: { slug: string; docs: Doc[] },
): Promise<HistoryReader> => {
  const { currency, timezone } = await loadCompany(req)
  const actor = await actorOf(req)
  const names = await namesFor(req, { slug, docs, zone: timezone })
  return { req, names, zone: timezone, currency, showPrices: may(actor, 'price.view') }
}

/** The same on the clock of the place where a record’s work is done. */
export const atPlaceOf = (reader: HistoryReader, { timezone }: Doc): HistoryReader =>
  typeof timezone === 'string' ? { ...reader, zone: timezone } : reader
