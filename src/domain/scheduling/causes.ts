/**
 * Why a time or a person is not offered, most general first: `inactive` … `location` are about the
 * person (`people/eligibility.ts` decides), `notice` … `off-grid` about the start, the rest about the
 * time itself (`bookable-starts.ts` and `can-start.ts` decide). The sentences are in `explain-*.ts`.
 */
export const causeCodes = [
  'inactive',
  'blocked',
  'service',
  'skill',
  'area',
  'location',
  'by-request',
  'notice',
  'horizon',
  'off-grid',
  'location-closed',
  'outside-hours',
  'occupied',
  'buffer',
  'travel',
] as const

export type CauseCode = (typeof causeCodes)[number]
