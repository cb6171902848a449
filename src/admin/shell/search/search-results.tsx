import { Link } from '@payloadcms/ui'
import type { SearchHit } from '../../../contracts/records/search.ts'
import { dayIn } from '../../ui/zoned-time.ts'
import type { SearchState } from './use-search.ts'

type SearchResultsProps = { state: SearchState; admin: string; q: string; onGo: () => void }

const groups = [
  { key: 'bookings', title: 'Bookings' },
  { key: 'customers', title: 'Customers' },
  { key: 'fieldworkers', title: 'Team' },
] as const

type GroupProps = { title: string; href: string; hits: SearchHit[]; onGo: () => void }

const Group = ({ title, href, hits, onGo }: GroupProps) => (
  <section>
    <h3 className="fb-seek__title">{title}</h3>
    <ul className="fb-seek__hits">
      {hits.map(({ id, title: name, detail, startsAt, timezone }) => (
        <li key={id}>
          <Link className="fb-seek__hit" href={`${href}/${id}`} onClick={onGo} prefetch={false}>
            <span className="fb-strong">{name}</span>
            <span className="fb-muted">
              {startsAt ? dayIn(startsAt, timezone ?? 'UTC') : detail}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  </section>
)

/** What was found, grouped; or why nothing is shown. */
export const SearchResults = ({ state, admin, q, onGo }: SearchResultsProps) => {
  if (state.kind === 'idle') {
    return (
      <p className="fb-seek__note">
        Type a booking number, a name, a phone number, an address or a service.
      </p>
    )
  }
  if (state.kind === 'searching') return <p className="fb-seek__note">Searching…</p>
  if (state.kind === 'refused') return <p className="fb-seek__note">{state.message}</p>
  const found = groups.filter(({ key }) => state.answer[key].length > 0)
  if (found.length === 0) {
    return (
      <p className="fb-seek__note">
        Nothing contains “{q.trim()}”. Check the spelling or type less of it.
      </p>
    )
  }
  return found.map(({ key, title }) => (
    <Group
      hits={state.answer[key]}
      href={`${admin}/collections/${key}`}
      key={key}
      onGo={onGo}
      title={title}
    />
  ))
}
