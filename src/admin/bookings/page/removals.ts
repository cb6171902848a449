import { momentIn } from '../../ui/zoned-time.ts'
import type { LineView, VisitView } from './booking-view.ts'
import type { Removal } from './remove-dialog.tsx'

/** Cancelling one visit of several. */
export const removalOfVisit = (visit: VisitView): Removal => ({
  title: 'Cancel this visit?',
  consequence: `${visit.service}, ${momentIn(visit.start, visit.timezone)}. Its time becomes free; ${visit.fieldworker?.name ?? 'nobody has it yet, so only the customer'} ${visit.fieldworker ? 'and the customer are' : 'is'} told. The other visits stay.`,
  path: `/api/appointments/${visit.id}/cancel`,
  success: 'Visit cancelled.',
  version: visit.version,
})

/** Taking a service off the booking. */
export const removalOfLine = (booking: string, line: LineView): Removal => ({
  title: 'Remove this service?',
  consequence: `${line.service.name} costs nothing any more and its visits are cancelled; their time becomes free. The history keeps them.`,
  path: `/api/bookings/${booking}/lines/${line.id}/remove`,
  success: 'Service removed.',
})
