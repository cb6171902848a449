import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { changePasswordSchema } from '../../contracts/people/session.ts'
import { changePassword } from '../../operations/people/change-password.ts'
import { bodyOf } from '../body-of.ts'

/** `POST /app/me/password { present, password }`: the caller's own password, and nobody else's. */
export const changePasswordEndpoint: ScopedEndpoint = {
  path: '/app/me/password',
  method: 'post',
  custom: { scopes: 'people', body: changePasswordSchema },
  handler: async (req) => {
    await changePassword(req, await bodyOf(req, changePasswordSchema))
    return Response.json({}, { headers: { 'Cache-Control': 'no-store' } })
  },
}
