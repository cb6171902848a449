import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { actorOf, may } from '../../access/actor.ts'
import { noBody } from '../../contracts/no-body.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { inviteUser } from '../../operations/people/invite-user.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

/** `POST /users/:id/invite`: mails a link with which a new colleague sets a password. */
export const inviteEndpoint: ScopedEndpoint = {
  path: '/:id/invite',
  method: 'post',
  custom: { scopes: ['users:write'], body: noBody },
  handler: async (req) => {
    const id = idIn(req)
    await bodyOf(req, noBody)
    if (!may(await actorOf(req), 'users.edit')) {
      throw new DomainError('not-allowed', 'Your role may not invite people.')
    }
    await inviteUser(req, id)
    return Response.json({}, { status: 202 })
  },
}
