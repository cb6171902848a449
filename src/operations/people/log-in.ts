import type { PayloadRequest } from 'payload'
import { checkPassword } from './check-password.ts'
import { countWrongPassword, forgetWrongPasswords } from './count-attempts.ts'
import { type AccountCollection, type OpenedSession, createSession } from './create-session.ts'
import { wrongPassword } from './wrong-password.ts'

type Asked = {
  /** Kinds of account that the door is for, in the order in which they are tried. */
  collections: readonly AccountCollection[]
  email: string
  password: string
  /** Whether the user handed back keeps what its reader may not see. Default: false. */
  overrideAccess?: boolean
}

/**
 * Signs in by password. Every kind of account is tried at the same cost, and a wrong password
 * counts only where it fits none of them; neither words nor time tell which addresses are known.
 * @throws {DomainError} not-signed-in
 */
export const logIn = async (
  req: PayloadRequest,
  { collections, ...asked }: Asked,
): Promise<{ user: { id: string }; session: OpenedSession }> => {
  const wrong: { collection: AccountCollection; id: string | undefined }[] = []
  for (const collection of collections) {
    const { known, user } = await checkPassword(req, { ...asked, collection })
    if (user) {
      const account = { collection, id: user.id }
      const session = await createSession(req, { ...account, by: 'password' })
      await forgetWrongPasswords(req, account)
      return { user, session }
    }
    wrong.push({ collection, id: known?.id })
  }
  for (const account of wrong) await countWrongPassword(req, account)
  throw wrongPassword()
}
