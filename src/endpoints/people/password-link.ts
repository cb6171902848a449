import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { actorOf, may } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { sendAccountMail } from '../../operations/people/send-account-mail.ts'
import { idIn } from '../id-in.ts'

/** `POST /users/:id/password-link`: the office mails a colleague the link to a new password. */
export const passwordLinkEndpoint: ScopedEndpoint = {
  path: '/:id/password-link',
  method: 'post',
  custom: { scopes: ['users:write'] },
  handler: async (req) => {
    const id = idIn(req)
    if (!may(await actorOf(req), 'users.edit')) {
      throw new DomainError('not-allowed', 'Your role may not reset passwords.', { status: 403 })
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
      throw new DomainError('transition-refused', message, { status: 409 })
    }
    await sendAccountMail(req, { event: 'password-reset', collection: 'users', id })
    return Response.json({}, { status: 202 })
  },
}
