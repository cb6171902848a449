import { foldText } from '../records/fold-text.ts'

const longest = 80

/** `Gutter Cleaning` → `gutter-cleaning`: a name as it stands in an address; empty where it has no letter. */
export const slugOf = (name: string): string =>
  foldText(name)
    .replaceAll("'", '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '')

/** The slug itself, or the first of `slug-2`, `slug-3` … that is not taken. */
export const freeSlug = (slug: string, taken: readonly string[]): string => {
  if (!taken.includes(slug)) return slug
  let number = 2
  while (taken.includes(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
