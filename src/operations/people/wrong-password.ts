import { DomainError } from '../../domain/domain-error.ts'

/** The one answer to every sign-in that fails, whatever the reason: it gives nothing away. */
export const wrongPassword = () =>
  new DomainError(
    'not-signed-in',
    'That email and password don’t match. After five tries the account is locked for ten minutes; a sign-in link still works.',
  )
