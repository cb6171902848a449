import { foldText } from '../../../domain/records/fold-text.ts'
import type { BoardVisit } from './board-visit.ts'

/** Whether a visit has every word of the search in its service, customer or suburb. */
export const matches = (visit: BoardVisit, text: string): boolean => {
  const about = foldText(`${visit.service} ${visit.customer} ${visit.place}`)
  return foldText(text)
    .split(' ')
    .every((word) => about.includes(word))
}
