import type {
  CollectionAfterLogoutHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
} from 'payload'
import { lockRow } from '../../database/locks.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { auditedHooks } from '../records/audited-hooks.ts'

/**
 * Before a session is renewed its account is locked, as the framework then writes all its sessions.
 * Signing in is refused wherever the framework would do that for a session from an older reading:
 * `logIn` is the only way.
 */
const guardSessions: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation === 'refresh') await lockRow(req, collection.slug, req.user?.id)
  const { config } = (args as { collection: { config: { auth: { useSessions?: boolean } } } })
    .collection
  if (operation === 'login' && config.auth.useSessions) {
    const message = `Sign in with POST /${collection.slug}/login.`
    throw new DomainError('command-needed', message, { status: 409 })
  }
  return args
}

/** Runs in the transaction of signing out, before the framework reads the account's sessions. */
const lockAccount: CollectionAfterLogoutHook = async ({ collection, req }) => {
  await lockRow(req, collection.slug, req.user?.id)
}

/** Hooks of whoever signs in: row lock, history, and no session lost to another at once. */
export const accountHooks = {
  ...auditedHooks,
  beforeOperation: [...auditedHooks.beforeOperation, guardSessions],
  afterLogout: [lockAccount],
} satisfies CollectionConfig['hooks']
