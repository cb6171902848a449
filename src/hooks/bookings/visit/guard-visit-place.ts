import { idOf } from '../../../domain/id-of.ts'
import type { Appointment } from '../../../payload-types.ts'
import { guardPlace } from '../guard-place.ts'

/** Guard: a visit goes to another place only where its service is done. */
export const guardVisitPlace = guardPlace(async (_req, { service }: Appointment) => [idOf(service)])
