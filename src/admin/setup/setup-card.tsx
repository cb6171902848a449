import { Link } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { checkSetup } from '../../operations/setup/check-setup.ts'
import { inOwnWords } from '../ui/team-word.ts'
import './setup-check.css'

const named = 3

/** On the home page, for those who may mend it: what can never work as it is set up. */
export const SetupCard = async ({ admin, req }: { admin: string; req: PayloadRequest }) => {
  if (!may(await actorOf(req), 'settings.edit')) return null
  const { faults } = await checkSetup(req)
  if (faults.length === 0) return null
  const more = faults.length - named
  return (
    <section aria-labelledby="setup-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="setup-heading">Setup check</h2>
        <span className="fb-count fb-count--hot">{faults.length}</span>
      </div>
      <ul className="fb-setup">
        {faults.slice(0, named).map(({ message }) => (
          <li className="fb-setup__item" key={message}>
            {inOwnWords(message)}
          </li>
        ))}
      </ul>
      <p className="fb-setup__more">
        <Link className="fb-link" href={`${admin}/setup-check`} prefetch={false}>
          {more > 0 ? `See all ${faults.length}` : 'See what to do'}
        </Link>
      </p>
    </section>
  )
}
