import type { DefaultServerCellComponentProps } from 'payload'
import { loadCompany } from './load-company.ts'
import { requestOf } from './request-of.ts'
import { amountText } from './amount.ts'

/** Money in a list, from minor units of the company's currency. */
export const AmountCell = async ({ cellData, payload }: DefaultServerCellComponentProps) => {
  if (typeof cellData !== 'number') return <span>—</span>
  const { currency } = await loadCompany(await requestOf(payload))
  return <span className="fb-money">{amountText(cellData, currency)}</span>
}
