import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { z } from 'zod'
import { instant } from '../../contracts/instant.ts'
import { localDate } from '../../contracts/place-query.ts'
import { readOffers, readVisit, readVisits } from '../../database/visit-views.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { settingsOf } from '../../hooks/bookings/settings-of.ts'
import { offerView, visitView } from '../../operations/bookings/visit-view.ts'
import { idIn } from '../id-in.ts'
import { ownerOf } from '../people/owner-of.ts'

const headers = { 'Cache-Control': 'no-store' }
const dayMs = 86_400_000
const moment = z.union([localDate, instant])
const span = z.object({ from: moment.optional(), to: moment.optional() })

/** `GET /app/me/{offers,visits}[/:id]`: a fieldworker's own work (AC-01, CP-08). */
export const myVisitsEndpoints: ScopedEndpoint[] = [
  {
    path: '/app/me/offers',
    method: 'get',
    custom: { scopes: 'people' },
    handler: async (req) => {
      const actor = await ownerOf(req, 'fieldworker')
      const offers = await readOffers(req, actor.fieldworker ?? '')
      const { booking: rules } = await settingsOf(req)
      const declineReasons = rules.declineReasons ?? []
      const shown = offers.map((offer) => offerView(actor, offer))
      return Response.json({ offers: shown, declineReasons }, { headers })
    },
  },
  {
    path: '/app/me/visits',
    method: 'get',
    custom: { scopes: 'people' },
    handler: async (req) => {
      const actor = await ownerOf(req, 'fieldworker')
      const asked = span.parse(req.query)
      const from = new Date(asked.from ?? Date.now() - dayMs)
      const to = asked.to
        ? new Date(Date.parse(asked.to) + dayMs)
        : new Date(Date.now() + 14 * dayMs)
      const visits = await readVisits(req, {
        fieldworker: actor.fieldworker ?? '',
        from: from.toISOString(),
        to: to.toISOString(),
      })
      return Response.json({ visits: visits.map((visit) => visitView(actor, visit)) }, { headers })
    },
  },
  {
    path: '/app/me/visits/:id',
    method: 'get',
    custom: { scopes: 'people' },
    handler: async (req) => {
      const actor = await ownerOf(req, 'fieldworker')
      const visit = await readVisit(req, { fieldworker: actor.fieldworker ?? '', id: idIn(req) })
      if (!visit) throw new DomainError('not-found', 'There is no such visit.', { status: 404 })
      return Response.json({ visit: visitView(actor, visit) }, { headers })
    },
  },
]
