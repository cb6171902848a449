import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { actorOf, may } from '../../access/actor.ts'
import { countTabs } from '../../database/bookings/tab-queries.ts'
import { bookingTabs } from '../../domain/bookings/tabs.ts'
import { DomainError } from '../../domain/domain-error.ts'

/** `GET /app/tabs`: the office's tabs with their counts, and answers that are overdue. */
export const tabsEndpoint: ScopedEndpoint = {
  path: '/app/tabs',
  method: 'get',
  custom: { scopes: ['bookings:read'] },
  handler: async (req) => {
    if (!may(await actorOf(req), 'booking.view-all')) {
      throw new DomainError('not-allowed', 'The tabs are for the office. Sign in as staff.')
    }
    const counts = await countTabs(req)
    const tabs = bookingTabs.map(({ key, label, purpose }) => ({
      key,
      label,
      purpose,
      count: counts[key],
      ...(key === 'pending-acceptance' && { late: counts.lateAnswers }),
    }))
    return Response.json({ tabs }, { headers: { 'Cache-Control': 'no-store' } })
  },
}
