import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import {
  addLineSchema,
  addVisitsSchema,
  removeSchema,
} from '../../contracts/bookings/booking-lines.ts'
import { addLine } from '../../operations/bookings/add-line.ts'
import { addVisits } from '../../operations/bookings/add-visits.ts'
import { removeLine } from '../../operations/bookings/remove-line.ts'
import { idIn } from '../id-in.ts'
import { commandEndpoint, onceEndpoint } from './command-endpoint.ts'

/** `POST /bookings/:id/{lines,visits}` and `…/lines/:line/remove`. */
export const lineEndpoints: ScopedEndpoint[] = [
  onceEndpoint(
    { of: 'bookings', verb: 'lines', schema: addLineSchema, status: 201 },
    (req, asked, keep) => addLine(req, asked, { onAdded: keep }),
  ),
  onceEndpoint(
    { of: 'bookings', verb: 'visits', schema: addVisitsSchema, status: 201 },
    async (req, asked, keep) => ({
      appointments: await addVisits(req, asked, {
        onAdded: (made) => keep({ appointments: made }),
      }),
    }),
  ),
  commandEndpoint(
    { of: 'bookings', verb: 'lines/:line/remove', schema: removeSchema },
    async (req, asked) => ({
      line: await removeLine(req, { ...asked, line: idIn(req, 'line') }),
    }),
  ),
]
