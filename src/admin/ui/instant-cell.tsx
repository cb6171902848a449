import type { DefaultServerCellComponentProps } from 'payload'
import { loadCompany } from './load-company.ts'
import { requestOf } from './request-of.ts'
import { momentIn } from './zoned-time.ts'

/** An instant in a list: in the zone of its row, else of the company, and named. */
export const InstantCell = async ({
  cellData,
  rowData,
  payload,
}: DefaultServerCellComponentProps) => {
  if (typeof cellData !== 'string' && !(cellData instanceof Date)) return <span>—</span>
  const at = cellData instanceof Date ? cellData.toISOString() : cellData
  const own = (rowData as { timezone?: unknown } | undefined)?.timezone
  const zone =
    typeof own === 'string' ? own : (await loadCompany(await requestOf(payload))).timezone
  return <time dateTime={at}>{momentIn(at, zone)}</time>
}
