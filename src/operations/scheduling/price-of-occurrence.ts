import type { PayloadRequest } from 'payload'
import type { SeriesPreview } from '../../contracts/scheduling/series.ts'
import { idOf } from '../../domain/id-of.ts'
import { priceOfLine } from '../../steps/bookings/price-of-line.ts'
import { settingsOf } from '../../steps/bookings/settings-of.ts'
import { serviceDocument } from '../../steps/catalogue/service-document.ts'
import type { SeriesTemplate } from './series-template.ts'

/** What each further visit costs, tax included; null where its service is gone. */
export const priceOfOccurrence = async (
  req: PayloadRequest,
  { by, lines }: SeriesTemplate,
): Promise<SeriesPreview['each']> => {
  const rules = await settingsOf(req)
  let amount = 0
  for (const line of lines) {
    const service = await serviceDocument(req, idOf(line.service) ?? '')
    if (!service) return null
    const wanted = {
      service: service.id,
      quantity: line.quantity ?? 1,
      visits: [],
      ...(by === 'office' && { unitAmount: line.unitAmount ?? 0 }),
    }
    amount += priceOfLine({ line: wanted, service }, rules).totalAmount
  }
  return { amount, currency: rules.company.currency }
}
