import { DomainError } from '../domain-error.ts'

/** Flags of a fieldworker's or customer's own work: they open nothing of the office. */
const isOwnWork = (flag: string) => flag.startsWith('own.')

/** The flags that somebody may not give, because they do not have them. */
export const flagsBeyond = (
  own: ReadonlySet<string>,
  given: readonly string[] | null | undefined,
): string[] => (given ?? []).filter((flag) => !isOwnWork(flag) && !own.has(flag))

/**
 * Nobody gives rights that they do not have.
 * @throws {DomainError} not-allowed
 */
export const assertWithinOwn = (
  own: ReadonlySet<string>,
  given: readonly string[] | null | undefined,
  field: string,
): void => {
  const beyond = flagsBeyond(own, given)
  if (beyond.length === 0) return
  throw new DomainError(
    'not-allowed',
    'This would give more than your own role allows. Ask someone whose role includes it.',
    { field, details: { beyond } },
  )
}

/** @throws {DomainError} last-role-editor, when nobody would be left who edits roles */
export const assertEditorLeft = (isLeft: boolean): void => {
  if (isLeft) return
  throw new DomainError(
    'last-role-editor',
    'No one else could edit roles after this. Give the permission to another active account first.',
  )
}

/** The scopes that are no `<collection>:read` or `<collection>:write` of a collection there is. */
export const unknownScopes = (
  scopes: readonly string[] | null | undefined,
  collections: readonly string[],
): string[] => {
  const known = new Set(collections.flatMap((slug) => [`${slug}:read`, `${slug}:write`]))
  return (scopes ?? []).filter((scope) => !known.has(scope))
}
