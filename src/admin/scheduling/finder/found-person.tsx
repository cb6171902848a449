'use client'
import type { FinderPerson } from '../../../contracts/scheduling/finder.ts'
import { clockIn, spanIn } from '../../ui/zoned-time.ts'
import { lengthWords } from '../board/visit-words.ts'
import { distanceWords } from './person-facts.ts'
import { WhyNotButtons } from './why-not-buttons.tsx'

type FoundPersonProps = {
  person: FinderPerson
  zone: string
  /** The new booking at a start with this person; undefined where the reader takes none. */
  hrefOf: ((start: string, person: string) => string) | undefined
  onAsk: () => void
}

const factsOf = (person: FinderPerson): string =>
  [
    person.slots === 1 ? '1 start time' : `${person.slots} start times`,
    `${lengthWords(person.freeMinutes)} free`,
    person.visits === 1 ? '1 visit' : `${person.visits} visits`,
    distanceWords(person),
  ]
    .filter(Boolean)
    .join(' · ')

/** One qualified person: how free, how near, how loaded, and the first start they could take. */
export const FoundPerson = ({ person, zone, hrefOf, onAsk }: FoundPersonProps) => (
  <li className={`fb-person ${person.slots > 0 ? '' : 'fb-person--off'}`}>
    <span className="fb-find__person">
      <strong>{person.name}</strong>
      <span className="fb-hint">{factsOf(person)}</span>
      <span className="fb-hint">
        {person.open.length > 0
          ? person.open.map(({ start, end }) => spanIn(start, end, zone)).join(', ')
          : 'No free time on this day'}
      </span>
    </span>
    {person.firstStart && hrefOf ? (
      <a
        aria-label={`Book ${person.name} from ${clockIn(person.firstStart, zone)}`}
        className="fb-button fb-button--primary"
        href={hrefOf(person.firstStart, person.id)}
      >
        Book {clockIn(person.firstStart, zone)}
      </a>
    ) : person.firstStart ? null : (
      <WhyNotButtons isBusy={false} name={person.name} onAsk={onAsk} />
    )}
  </li>
)
