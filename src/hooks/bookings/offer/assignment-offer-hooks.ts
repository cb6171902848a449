import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { offerLifecycle } from '../../../domain/bookings/offer-lifecycle.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { AssignmentOffer } from '../../../payload-types.ts'
import { recordHistory } from '../../records/record-history.ts'
import { refuseBulk } from '../../records/refuse-bulk.ts'

const house = { kind: 'system', permissions: new Set<string>() }

/**
 * Guard: a closed offer stays closed. Offers are written by the rules of the visit alone.
 * @throws {DomainError} transition-refused
 */
const guardOffer: CollectionBeforeChangeHook<AssignmentOffer> = ({ data, originalDoc }) => {
  if (!originalDoc?.state || !data.state || data.state === originalDoc.state) return data
  decide({ lifecycle: offerLifecycle, from: originalDoc.state, to: data.state, actor: house })
  return data
}

/** The rules of an offer; the booking's lock is held by whoever writes it. */
export const assignmentOfferHooks = {
  beforeOperation: [refuseBulk],
  beforeChange: [guardOffer],
  afterChange: [recordHistory({ locked: true })],
} satisfies CollectionConfig['hooks']
