import { idOf } from '../../../domain/id-of.ts'
import type { Coordinates } from '../../../domain/scheduling/distance.ts'
import { postcodesRefusal, readPostcodes } from '../../../domain/scheduling/read-postcodes.ts'
import type { Area } from '../../../payload-types.ts'
import type { Refusal } from '../../ui/call-api.ts'

/** An area as its form holds it. */
export type AreaDraft = {
  name: string
  kind: 'postcodes' | 'radius'
  /** As typed: separated by commas or lines, with ranges. */
  postcodes: string
  centre: Coordinates | null
  radiusKm: string
  timezone: string
  location: string
  active: boolean
}

export const emptyArea = (timezone: string): AreaDraft => ({
  ...{ name: '', kind: 'postcodes', postcodes: '', centre: null },
  ...{ radiusKm: '10', timezone, location: '', active: true },
})

export const areaDraft = (area: Area): AreaDraft => {
  const { lat, lng } = area.centre ?? {}
  return {
    name: area.name,
    kind: area.kind,
    postcodes: (area.postcodes ?? []).join(', '),
    centre: typeof lat === 'number' && typeof lng === 'number' ? { lat, lng } : null,
    radiusKm: area.radiusKm === null || area.radiusKm === undefined ? '' : String(area.radiusKm),
    timezone: area.timezone,
    location: idOf(area.location) ?? '',
    active: area.active !== false,
  }
}

/** What is sent: of the two kinds, what belongs to the chosen one. */
export const areaBody = (draft: AreaDraft) => {
  const { name, kind, centre, timezone, location, active } = draft
  const where =
    kind === 'radius'
      ? { centre, radiusKm: draft.radiusKm.trim() === '' ? null : draft.radiusKm, postcodes: [] }
      : { postcodes: readPostcodes(draft.postcodes) ?? [] }
  return { name, kind, ...where, timezone, location: location || null, active }
}

/** What is wrong with the draft before it is sent. */
export const areaRefusals = ({ kind, postcodes }: AreaDraft): Refusal[] => {
  const isUnread = postcodes.trim() !== '' && readPostcodes(postcodes) === null
  return kind === 'postcodes' && isUnread
    ? [{ code: 'invalid-input', message: postcodesRefusal, field: 'postcodes' }]
    : []
}
