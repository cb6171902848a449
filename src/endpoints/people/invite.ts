import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { actorOf, may } from '../../access/actor.ts'
import { asCommand } from '../../access/command.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { noBody } from '../../contracts/no-body.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { sendAccountMail } from '../../operations/people/send-account-mail.ts'
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
    await inTransaction(req, async () => {
      const update = () =>
        req.payload.update({
          collection: 'users',
          id,
          data: { invitedAt: new Date().toISOString() },
          depth: 0,
          req,
          overrideAccess: false,
        })
      await asCommand(req, 'invite', update)
      await sendAccountMail(req, { event: 'invitation', collection: 'users', id })
    })
    return Response.json({}, { status: 202 })
  },
}
