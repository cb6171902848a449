import type { BoardVisit } from './board-model.ts'

/** Whether a visit has every word of the search in its service, customer or suburb. */
export const matches = (visit: BoardVisit, text: string): boolean => {
  const about = `${visit.service} ${visit.customer} ${visit.suburb}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => about.includes(word))
}
