import type { FinderPerson } from '../../../contracts/scheduling/finder.ts'
import { lengthWords } from '../board/visit-words.ts'

/** How far the person comes from, in words; empty where no distance is known. */
export const distanceWords = ({ distanceKm, distanceFrom }: FinderPerson): string =>
  distanceKm === null
    ? ''
    : `${distanceKm.toFixed(1)} km from ${distanceFrom === 'home' ? 'home' : 'a neighbouring visit'}`

/** Whether the person can take the visit that was asked about, and how near and how loaded they are. */
export const personFacts = (person: FinderPerson): string => {
  const minutes = person.travelMinutes === null ? '' : lengthWords(person.travelMinutes)
  return [
    person.free ? 'Free then' : person.causes.map(({ message }) => message).join(' '),
    [distanceWords(person), minutes].filter(Boolean).join(', '),
    person.visits === 1 ? '1 visit' : `${person.visits} visits`,
    `${lengthWords(person.freeMinutes)} free`.replaceAll(' ', '\u00a0'),
  ]
    .filter(Boolean)
    .join(' · ')
}
