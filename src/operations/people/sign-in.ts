import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { findAccount } from './find-account.ts'
import { logIn } from './log-in.ts'

const hash = promisify(pbkdf2)

const wrong = () =>
  new DomainError(
    'not-signed-in',
    'E-mail and password do not fit. After five wrong tries an account rests for ten minutes; a sign-in link works at any time.',
    { status: 401 },
  )

/** A wrong password or a resting account; whatever else fails is no answer to a password. */
const isRefusal = (error: unknown) => (error as { status?: unknown }).status === 401

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
  const asked = { collection, email: account.email, password, overrideAccess: true }
  const { session } = await logIn(req, asked).catch((error: unknown) => {
    throw isRefusal(error) ? wrong() : error
  })
  return { cookie: session.cookie, next: session.next }
}
