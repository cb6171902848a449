import type { Draft } from './draft.ts'

/** Turns a pressed day or week (`day:2026-11-24`) into the draft's own day or week. */
export const holdChoice = (draft: Draft): Draft => {
  const [part = '', chosen] = (draft['intent'] ?? '').split(/:(.*)/s)
  return chosen && (part === 'day' || part === 'week') ? { ...draft, [part]: chosen } : draft
}
