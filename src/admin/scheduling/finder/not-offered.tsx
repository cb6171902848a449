'use client'
import type { FinderAnswer } from '../../../contracts/scheduling/finder.ts'
import { WhyNotButtons } from './why-not-buttons.tsx'

type NotOfferedProps = {
  others: FinderAnswer['others']
  isBusy: boolean
  /** Unfolded at first. */
  isOpen?: boolean
  onAsk: (person: { id: string; name: string }) => void
}

/** Who cannot do the work at all, each with the reasons. */
export const NotOffered = ({ others, isBusy, isOpen, onAsk }: NotOfferedProps) =>
  others.length > 0 ? (
    <details className="fb-details" open={isOpen}>
      <summary>Not offered, and why ({others.length})</summary>
      <ul className="fb-people">
        {others.map(({ id, name, causes }) => (
          <li className="fb-person fb-person--off" key={id}>
            <span>
              <strong>{name}</strong>
              <span className="fb-hint">{causes.map(({ message }) => message).join(' ')}</span>
            </span>
            <WhyNotButtons isBusy={isBusy} name={name} onAsk={() => onAsk({ id, name })} />
          </li>
        ))}
      </ul>
    </details>
  ) : null
