import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { actorOf } from '../../access/actor.ts'
import { myNotificationsAnswerSchema } from '../../contracts/bookings/my-visits.ts'
import { noBody } from '../../contracts/no-body.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { readAllNotifications } from '../../operations/messages/read-all-notifications.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

const headers = { 'Cache-Control': 'no-store' }

/** `GET /app/me/notifications`: the caller's own list, newest first, and marking one or all read. */
export const myNotificationsEndpoints: ScopedEndpoint[] = [
  {
    path: '/app/me/notifications',
    method: 'get',
    custom: { scopes: 'people', answer: myNotificationsAnswerSchema },
    handler: async (req) => {
      if ((await actorOf(req)).kind === 'anonymous') {
        throw new DomainError('not-signed-in', 'Please sign in.')
      }
      const { docs } = await req.payload.find({
        collection: 'notifications',
        sort: '-createdAt',
        limit: 100,
        pagination: false,
        depth: 0,
        req,
        overrideAccess: false,
      })
      const notifications = docs.map(({ id, title, body, href, createdAt, readAt }) => ({
        id,
        title,
        body: body ?? null,
        href: href ?? null,
        at: createdAt,
        read: Boolean(readAt),
      }))
      return Response.json({ notifications }, { headers })
    },
  },
  {
    path: '/app/me/notifications/read',
    method: 'post',
    custom: { scopes: 'people', body: noBody },
    handler: async (req) => {
      await bodyOf(req, noBody)
      await readAllNotifications(req)
      return Response.json({})
    },
  },
  {
    path: '/app/me/notifications/:id/read',
    method: 'post',
    custom: { scopes: 'people', body: noBody },
    handler: async (req) => {
      await bodyOf(req, noBody)
      await req.payload.update({
        collection: 'notifications',
        id: idIn(req),
        data: { readAt: new Date().toISOString() },
        depth: 0,
        req,
        overrideAccess: false,
      })
      return Response.json({})
    },
  },
]
