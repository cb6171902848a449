// Why a time or a person is not offered. `people/eligibility.ts` decides what is about the person,
// `booking-window.ts` and `slot-grid.ts` what is about the start (`notice` … `off-grid`), and
// `can-start.ts` the rest. The sentences are in `explain-*.ts`.

/** What is about the person, whatever the time; most general first. */
export const personCauses = ['inactive', 'blocked', 'service', 'skill', 'area', 'location'] as const

/** Every cause, most general first. */
export const causeCodes = [
  ...personCauses,
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
