import { auditConstraints } from './audit-constraints.ts'
import { changeTriggers } from './change-triggers.ts'
import { boardIndex } from './board-index.ts'
import type { Constraint } from './constraint.ts'
import { dayBitmapConstraints } from './day-bitmap-constraints.ts'
import { foldedText } from './folded-text.ts'
import { fruitlessSearchesTable } from './fruitless-searches-table.ts'
import { occupancyConstraints } from './occupancy-constraints.ts'
import { referenceConstraints } from './reference-constraints.ts'
import { requestCountsTable } from './request-counts-table.ts'
import { routeProposalTable } from './route-proposal-table.ts'
import { visitPoints } from './visit-points.ts'
import { zoneRulesTable } from './zone-rules-table.ts'

/** Everything beside the migrations that the rules rest on, in the order it is applied. */
export const allConstraints: Constraint[] = [
  ...foldedText,
  ...occupancyConstraints,
  ...dayBitmapConstraints,
  ...visitPoints,
  ...boardIndex,
  ...referenceConstraints,
  ...auditConstraints,
  ...requestCountsTable,
  ...fruitlessSearchesTable,
  ...routeProposalTable,
  ...zoneRulesTable,
  ...changeTriggers,
]

/** Indexes of the migrations without which an effect or a number could happen twice. */
export const requiredIndexes = [
  ...['deliveries_key_idx', 'counters_name_idx', 'bookings_number_idx'],
  'provider_eventId_idx',
]
