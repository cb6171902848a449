import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { loginOperation, type PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { findAccount } from './find-account.ts'
import { cookieFor } from './open-session.ts'

const hash = promisify(pbkdf2)

const wrong = () =>
  new DomainError(
    'not-signed-in',
    'E-mail and password do not fit. After five wrong tries an account rests for ten minutes; a sign-in link works at any time.',
    { status: 401 },
  )

/**
 * Signs in by password. Whether an account exists shows neither in the answer nor in its time.
 * @throws {DomainError} not-signed-in
 */
export const signIn = async (
  req: PayloadRequest,
  { email, password }: { email: string; password: string },
): Promise<{ cookie: string; next: string }> => {
  const account = await findAccount(req, email)
  if (!account || account.active === false) {
    await hash(password, randomBytes(32), 600_000, 32, 'sha256')
    throw wrong()
  }
  const { collection } = account
  const result = await loginOperation({
    collection: req.payload.collections[collection],
    data: { email: account.email, password },
    depth: 0,
    overrideAccess: true,
    req,
  }).catch(() => null)
  if (!result?.token) throw wrong()
  req.user = { ...result.user, collection } as never
  return cookieFor(req, { collection, account, token: result.token })
}
