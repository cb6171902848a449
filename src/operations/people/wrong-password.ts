import { DomainError } from '../../domain/domain-error.ts'

/** The one answer to every sign-in that fails, whatever the reason: it gives nothing away. */
export const wrongPassword = () =>
  new DomainError(
    'not-signed-in',
    'E-mail and password do not fit. After five wrong tries an account is locked for ten minutes; a sign-in link works at any time.',
  )
