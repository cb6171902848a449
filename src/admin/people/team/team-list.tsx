import { Link, SetStepNav } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { loadCompany } from '../../ui/load-company.ts'
import { requestOf } from '../../ui/request-of.ts'
import { teamWord } from '../../ui/team-word.ts'
import { loadTeam, type TeamShown } from './load-team.ts'
import { TeamTable } from './team-table.tsx'

const tabs: { shown: TeamShown; label: string }[] = [
  { shown: 'active', label: 'Active' },
  { shown: 'inactive', label: 'Inactive' },
  { shown: 'removed', label: 'Removed' },
]

const emptyWords = (shown: TeamShown): string =>
  ({
    active: `No ${teamWord().many} yet. Add the first one, and customers can book.`,
    inactive: 'Everybody is active.',
    removed: 'Nobody has been removed.',
  })[shown]

/** The team: who they are, what they can do, when they work, and how far their login is. */
export const TeamList = async (view: ListViewServerProps) => {
  const { payload, searchParams, viewType } = view
  const req = await requestOf(payload)
  if (!req.user) return null
  const actor = await actorOf(req)
  if (!may(actor, 'fieldworker.view'))
    return <RefusedPage permission="fieldworker.view" what="the team" />
  const asked = tabs.find(({ shown }) => shown === searchParams?.['show'])?.shown ?? 'active'
  const shown = viewType === 'trash' ? 'removed' : asked
  await loadCompany(req)
  const rows = await loadTeam(req, shown)
  const { admin } = payload.config.routes
  const base = `${admin}/collections/fieldworkers`
  const { many, indefinite } = teamWord()
  return (
    <Page
      actions={
        may(actor, 'fieldworker.edit') ? (
          <Link className="fb-button fb-button--primary" href={`${base}/create`} prefetch={false}>
            <Glyph name="plus" /> Add {indefinite}
          </Link>
        ) : null
      }
      lead={`Your ${many}: what they do, when they work, and whether they can sign in.`}
      title="Team"
    >
      <SetStepNav nav={[{ label: 'Team' }]} />
      <nav aria-label="Which of the team" className="fb-tabs">
        {tabs.map(({ shown: tab, label }) => (
          <Link
            aria-current={tab === shown ? 'page' : undefined}
            className="fb-tabs__tab"
            href={`${base}?show=${tab}`}
            key={tab}
            prefetch={false}
          >
            {label}
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p className="fb-card fb-empty">{emptyWords(shown)}</p>
      ) : (
        <TeamTable admin={admin} rows={rows} />
      )}
    </Page>
  )
}
