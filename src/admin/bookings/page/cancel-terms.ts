import type { VisitDetail } from '../../../contracts/scheduling/visit-detail.ts'

/** What cancelling would cost, what may be said about it, and who will be notified, in words. */
export type CancelTerms = VisitDetail['cancelTerms']
