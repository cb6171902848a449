import type { PayloadRequest } from 'payload'
import { logIn } from './log-in.ts'

/**
 * Signs in to the site by password, whichever kind of account it opens.
 * @throws {DomainError} not-signed-in
 */
export const signIn = async (
  req: PayloadRequest,
  { email, password }: { email: string; password: string },
): Promise<{ cookie: string; next: string }> => {
  const collections = ['users', 'customers'] as const
  const { session } = await logIn(req, { collections, email, password, overrideAccess: true })
  return { cookie: session.cookie, next: session.next }
}
