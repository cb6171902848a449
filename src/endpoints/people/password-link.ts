import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { actorOf, may } from '../../access/actor.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { noBody } from '../../contracts/no-body.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { recordAct } from '../../steps/records/record-act.ts'
import { sendAccountMail } from '../../operations/people/send-account-mail.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

/** `POST /users/:id/password-link`: the office mails a colleague the link to a new password. */
export const passwordLinkEndpoint: ScopedEndpoint = {
  path: '/:id/password-link',
  method: 'post',
  custom: { scopes: ['users:write'], body: noBody },
  handler: async (req) => {
    const id = idIn(req)
    await bodyOf(req, noBody)
    if (!may(await actorOf(req), 'users.edit')) {
      throw new DomainError('not-allowed', 'Your role may not reset passwords.')
    }
    const user = await req.payload.findByID({
      collection: 'users',
      id,
      depth: 0,
      req,
      overrideAccess: false,
    })
    if (!user.active) {
      const message = `${user.name} is switched off. Switch the account on first.`
      throw new DomainError('transition-refused', message)
    }
    await inTransaction(req, async () => {
      const act = { command: 'mail-password-link', subjectType: 'users', subjectId: id }
      await recordAct(req, act)
      await sendAccountMail(req, { event: 'password-reset', collection: 'users', id })
    })
    return Response.json({}, { status: 202 })
  },
}
