import type { SanitizedPermissions, VisibleEntities } from 'payload'

type Seen = { visible: VisibleEntities; permissions?: SanitizedPermissions | undefined }

/** Whether the reader's role opens the list of a collection, or the form of a global. */
export const opens = ({ visible, permissions }: Seen, slug: string, isGlobal = false): boolean => {
  const kind = isGlobal ? 'globals' : 'collections'
  const seen: readonly string[] = visible[kind]
  return seen.includes(slug) && Boolean(permissions?.[kind]?.[slug]?.read)
}
