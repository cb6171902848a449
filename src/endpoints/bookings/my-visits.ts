import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import {
  type MyVisitsAnswer,
  myOffersAnswerSchema,
  myVisitAnswerSchema,
  myVisitsAnswerSchema,
  ownVisitsQuerySchema,
} from '../../contracts/bookings/my-visits.ts'
import { readOffers, readVisit } from '../../database/bookings/visit-views.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { settingsOf } from '../../steps/bookings/settings-of.ts'
import { ownVisits } from '../../operations/bookings/own-visits.ts'
import { offerView, visitView } from '../../operations/bookings/visit-view.ts'
import { idIn } from '../id-in.ts'
import { ownerOf } from '../people/owner-of.ts'

const headers = { 'Cache-Control': 'no-store' }

/** `GET /app/me/{offers,visits}[/:id]`: a fieldworker's own work. */
export const myVisitsEndpoints: ScopedEndpoint[] = [
  {
    path: '/app/me/offers',
    method: 'get',
    custom: { scopes: 'people', answer: myOffersAnswerSchema },
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
    custom: { scopes: 'people', query: ownVisitsQuerySchema, answer: myVisitsAnswerSchema },
    handler: async (req) => {
      const actor = await ownerOf(req, 'fieldworker')
      const { timezone, today, unfinished, visits } = await ownVisits(req, {
        fieldworker: actor.fieldworker ?? '',
        asked: queryOf(req, ownVisitsQuerySchema),
        now: Date.now(),
      })
      const answer: MyVisitsAnswer = {
        timezone,
        today,
        unfinished: unfinished.map((visit) => visitView(actor, visit)),
        visits: visits.map((visit) => visitView(actor, visit)),
      }
      return Response.json(answer, { headers })
    },
  },
  {
    path: '/app/me/visits/:id',
    method: 'get',
    custom: { scopes: 'people', answer: myVisitAnswerSchema },
    handler: async (req) => {
      const actor = await ownerOf(req, 'fieldworker')
      const visit = await readVisit(req, { fieldworker: actor.fieldworker ?? '', id: idIn(req) })
      if (!visit) throw new DomainError('not-found', 'There is no such visit.')
      return Response.json({ visit: visitView(actor, visit) }, { headers })
    },
  },
]
