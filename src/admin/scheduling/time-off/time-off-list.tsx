import { Link, SetStepNav } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { loadCompany } from '../../ui/load-company.ts'
import { requestOf } from '../../ui/request-of.ts'
import { teamWord } from '../../ui/team-word.ts'
import { loadAway } from './load-away.ts'
import { loadTimeOff, type TimeOffRow } from './load-time-off.ts'
import { NewTimeOff } from './new-time-off.tsx'

const Rows = ({ rows, base }: { rows: TimeOffRow[]; base: string }) => (
  <div className="fb-card">
    <table className="fb-table fb-cards-table">
      <thead>
        <tr>
          <th>Who</th>
          <th>When</th>
          <th>Kind</th>
          <th>Note</th>
          <th>Visits affected</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link className="fb-rowlink" href={`${base}/${row.id}`} prefetch={false}>
                {row.name}
              </Link>
            </td>
            <td data-label="When">{row.when}</td>
            <td data-label="Kind">{row.kind}</td>
            <td data-label="Note">{row.note || '–'}</td>
            <td data-label="Visits affected">
              {row.hits > 0 ? (
                <Link
                  aria-label={`Reassign ${row.hits} of ${row.name}`}
                  className="fb-pill fb-pill--red"
                  href={`${base}/${row.id}`}
                  prefetch={false}
                >
                  {row.hits} to reassign
                </Link>
              ) : (
                'None'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** Who is away when, and which visits somebody else has to take. */
export const TimeOffList = async ({ payload, searchParams }: ListViewServerProps) => {
  const req = await requestOf(payload)
  if (!req.user) return null
  const actor = await actorOf(req)
  if (!may(actor, 'fieldworker.view'))
    return <RefusedPage permission="fieldworker.view" what="time off" />
  const isPast = searchParams?.['show'] === 'past'
  await loadCompany(req)
  const [rows, choices] = await Promise.all([
    loadTimeOff(req, { isPast, now: Date.now() }),
    loadAway(req),
  ])
  const { admin } = payload.config.routes
  const base = `${admin}/collections/unavailabilities`
  const tab = (label: string, href: string, isCurrent: boolean) => (
    <Link
      aria-current={isCurrent ? 'page' : undefined}
      className="fb-tabs__tab"
      href={href}
      prefetch={false}
    >
      {label}
    </Link>
  )
  return (
    <Page
      actions={
        may(actor, 'fieldworker.edit') || may(actor, 'booking.assign') ? (
          <NewTimeOff
            admin={admin}
            choices={choices}
            maySeeVisits={may(actor, 'booking.view-all')}
          />
        ) : null
      }
      lead={`Leave, breaks and sick days. Times are local to each ${teamWord().one}.`}
      title="Time off"
    >
      <SetStepNav nav={[{ label: 'Time off' }]} />
      <nav aria-label="Which time off" className="fb-tabs">
        {tab('Now and ahead', base, !isPast)}
        {tab('Past', `${base}?show=past`, isPast)}
      </nav>
      {rows.length === 0 ? (
        <p className="fb-card fb-empty">
          {isPast ? 'No time off in the past.' : 'No time off planned.'}
        </p>
      ) : (
        <Rows base={base} rows={rows} />
      )}
    </Page>
  )
}
