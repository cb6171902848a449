import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { giveLoginAnswerSchema, giveLoginSchema } from '../../contracts/people/team.ts'
import { giveLogin } from '../../operations/people/give-login.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

/** `POST /fieldworkers/:id/login`: makes or links the account and mails the invitation. */
export const giveLoginEndpoint: ScopedEndpoint = {
  path: '/:id/login',
  method: 'post',
  custom: {
    scopes: ['fieldworkers:read', 'users:write', 'users:read', 'roles:read'],
    body: giveLoginSchema,
    answer: giveLoginAnswerSchema,
  },
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, giveLoginSchema)
    return Response.json({ user: await giveLogin(req, { ...body, id }) }, { status: 201 })
  },
}
