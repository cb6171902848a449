import { momentIn } from '../../ui/zoned-time.ts'
import type { RoleChange } from './load-role.ts'

const sentenceOf = ({ given, taken, others }: RoleChange): string =>
  [
    given.length > 0 ? `Added: ${given.join('; ')}.` : '',
    taken.length > 0 ? `Removed: ${taken.join('; ')}.` : '',
    others.length > 0 ? `Changed the ${others.join(' and ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ') || 'Saved.'

/** Who changed what the role may do, and when. */
export const RoleChanges = ({ changes, zone }: { changes: RoleChange[]; zone: string }) => (
  <section aria-labelledby="changes-heading" className="fb-card">
    <div className="fb-card__head">
      <h2 id="changes-heading">Latest changes</h2>
    </div>
    {changes.length === 0 ? (
      <p className="fb-empty">No changes yet.</p>
    ) : (
      <ul className="fb-card__body fb-plain-list">
        {changes.map((change) => (
          <li key={change.id}>
            {sentenceOf(change)}
            <span className="fb-hint fb-block">
              {change.by} · {momentIn(change.at, zone)}
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
)
