import type {
  CollectionAfterLogoutHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'
import { isSessionOpen } from '../../database/people/is-session-open.ts'
import { lockRow } from '../../database/locks.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { auditedHooks } from '../records/audited-hooks.ts'
import { announceNewEmail, endAccountLinks } from './follow-account.ts'
import { guardPassword } from './guard-password.ts'

/** Doors of the framework that write an account and its sessions as they were read before. */
const closed: Record<string, (slug: string) => string> = {
  forgotPassword: (slug) => `Ask for a link with POST /${slug}/forgot-password.`,
  login: (slug) => `Sign in with POST /${slug}/login.`,
  resetPassword: () => 'Choose a new password on the page that the link in our mail opens.',
}

/** The account is locked first, lest a session that ends at this moment be written back. */
const assertSignedIn = async (req: PayloadRequest, slug: string) => {
  await lockRow(req, slug, req.user?.id)
  if (!req.user || (await isSessionOpen(req))) return
  const message = 'You were signed out meanwhile. Sign in again.'
  throw new DomainError('not-signed-in', message)
}

/**
 * Before a session is renewed its account is locked, as the framework then writes all its sessions.
 * Signing in and new passwords are refused wherever the framework would open a session from an older
 * reading: `logIn` and `resetPassword` are the only ways.
 */
const guardSessions: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation === 'refresh') await assertSignedIn(req, collection.slug)
  const { config } = (args as { collection: { config: { auth: { useSessions?: boolean } } } })
    .collection
  const words = closed[operation]
  if (words && config.auth.useSessions) {
    throw new DomainError('command-needed', words(collection.slug))
  }
  return args
}

/** Runs in the transaction of signing out, before the framework reads the account's sessions. */
const lockAccount: CollectionAfterLogoutHook = async ({ collection, req }) => {
  await lockRow(req, collection.slug, req.user?.id)
}

/** Hooks of those who sign in: row lock, history, passwords, links, and no session lost. */
export const accountHooks = {
  ...auditedHooks,
  beforeOperation: [...auditedHooks.beforeOperation, guardSessions, guardPassword],
  beforeChange: [endAccountLinks, announceNewEmail],
  afterLogout: [lockAccount],
} satisfies CollectionConfig['hooks']
