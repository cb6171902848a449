import type { PayloadRequest } from 'payload'
import { demoSince } from '../../database/setup/demo-since.ts'
import { ownRecords } from '../../database/setup/own-records.ts'
import type { StartFacts } from '../../domain/setup/may-start.ts'

/** What decides whether a company may be set up, and since when there is a demo. */
export const readStart = async (
  req: PayloadRequest,
): Promise<StartFacts & { since: Date | null }> => {
  const since = await demoSince(req)
  const [own, company] = await Promise.all([
    ownRecords(req, since),
    req.payload.findGlobal({ slug: 'company', depth: 0, overrideAccess: true, req }),
  ])
  return {
    ...{ isDemo: since !== null, since, own },
    companyName: company.tradingName || company.name,
  }
}
