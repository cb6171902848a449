import { DomainError } from '../../domain/domain-error.ts'

/**
 * Refuses a command of somebody who saw an older state than the present one; without a version
 * they did not say what they saw.
 * @throws {DomainError} stale-version
 */
export const assertFresh = (
  { version }: { version?: number | null },
  seen: number | undefined,
): void => {
  if (seen === undefined || seen === version) return
  throw new DomainError(
    'stale-version',
    'Someone else changed this since you opened it. Check it, then try again.',
    { details: { version: version ?? null } },
  )
}
