import { Link } from '@payloadcms/ui'
import { When } from '../../ui/when.tsx'
import { Avatar } from './avatar.tsx'
import { LoginPill } from './login-pill.tsx'
import type { TeamRow } from './team-row.ts'

const most = 3

/** The first names of a list, and how many more there are. */
const few = (names: readonly string[], none: string): string => {
  if (names.length === 0) return none
  const more = names.length > most ? ` and ${names.length - most} more` : ''
  return `${names.slice(0, most).join(', ')}${more}`
}

const Next = ({ row: { next }, admin }: { row: TeamRow; admin: string }) =>
  next ? (
    <>
      <When end={next.end} start={next.start} zone={next.timezone} />
      <Link
        className="fb-link fb-hint"
        href={`${admin}/collections/bookings/${next.booking}`}
        prefetch={false}
      >
        {[next.service, next.customer].filter(Boolean).join(', ') || next.number}
      </Link>
    </>
  ) : (
    <span className="fb-muted">Nothing booked</span>
  )

/** The rows of the team; on a phone each is a card of its own. */
export const TeamTable = ({ rows, admin }: { rows: TeamRow[]; admin: string }) => (
  <div className="fb-card">
    <table className="fb-table fb-cards-table">
      <thead>
        <tr>
          <th>Name</th>
          <th>Skills</th>
          <th>Areas</th>
          <th>Hours</th>
          <th>Next visit</th>
          <th>Login</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <span className="fb-person">
                <Avatar colour={row.colour} name={row.name} />
                <span>
                  <Link
                    className="fb-rowlink"
                    href={`${admin}/collections/fieldworkers/${row.id}`}
                    prefetch={false}
                  >
                    {row.name}
                  </Link>
                  <span className="fb-hint fb-block">
                    {row.blocked ? 'Blocked: gets no new work' : row.phone}
                  </span>
                </span>
              </span>
            </td>
            <td data-label="Skills">{few(row.skills, '–')}</td>
            <td data-label="Areas">{few(row.areas, 'All areas')}</td>
            <td data-label="Hours">{row.hours || 'No hours yet'}</td>
            <td data-label="Next visit">
              <Next admin={admin} row={row} />
            </td>
            <td data-label="Login">
              <LoginPill state={row.login} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
