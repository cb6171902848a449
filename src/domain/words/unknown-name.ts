import { nearestName } from './nearest-name.ts'

const quoted = (name: string): string => `“${name}”`

/** What to do about names that nothing here has: the one that was meant, where that is plain. */
export const unknownName = (typed: readonly string[], known: readonly string[]): string => {
  const [first = ''] = typed
  const nearest = typed.length === 1 ? nearestName(first, known) : null
  const advice = nearest
    ? `Did you mean ${quoted(nearest)}?`
    : 'Leave it out, or check the spelling.'
  return `Nothing here is called ${typed.map(quoted).join(' or ')}. ${advice}`
}
