import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { loginOperation, type PayloadRequest } from 'payload'
import { readEmail } from '../../domain/people/email.ts'
import type { AccountCollection } from './create-session.ts'

const hash = promisify(pbkdf2)

type Stored = {
  id: string
  active?: boolean | null
  hash?: string | null
  lockUntil?: string | null
}

type Asked = {
  collection: AccountCollection
  email: string
  password: string
  /** Whether the user handed back keeps what its reader may not see. Default: false. */
  overrideAccess?: boolean
}

export type Checked = {
  /** The account that has this address, whether or not the password is right. */
  known: Stored | null
  /** The account as its owner may read it; null unless the password is right. */
  user: { id: string } | null
}

const isLocked = ({ lockUntil }: Stored) => Date.parse(lockUntil ?? '') > Date.now()

/** As much work as a password costs that is checked, where there is nothing to check it against. */
const workInVain = async (lookUp: () => Promise<unknown>, password: string) => {
  await lookUp()
  await hash(password, randomBytes(32), 600_000, 32, 'sha256')
}

/**
 * Checks a password against the account of an address, at the same cost whether the account exists,
 * is locked, switched off or has no password. It counts nothing and opens no session.
 */
export const checkPassword = async (
  req: PayloadRequest,
  { collection, email, password, overrideAccess = false }: Asked,
): Promise<Checked> => {
  const address = readEmail(email) ?? email.toLowerCase().trim()
  const where = { email: { equals: address } }
  const lookUp = () => req.payload.db.findOne<Stored>({ collection, req, where })
  const known = await lookUp()
  const isOpen = known?.hash && known.active !== false && !isLocked(known)
  if (!isOpen || password.trim() === '') {
    await workInVain(lookUp, password)
    return { known, user: null }
  }
  const { config, ...rest } = req.payload.collections[collection]
  const auth = { ...config.auth, useSessions: false, maxLoginAttempts: 0 }
  try {
    const { user } = await loginOperation({
      collection: { ...rest, config: { ...config, auth } },
      data: { email: address, password },
      depth: 0,
      overrideAccess,
      req,
    })
    return { known, user: user as unknown as { id: string } }
  } catch (error) {
    if ((error as { status?: unknown }).status !== 401) throw error
    return { known, user: null }
  }
}
