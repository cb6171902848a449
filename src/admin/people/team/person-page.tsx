import { SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps, PayloadRequest } from 'payload'
import { type Actor, actorOf, may } from '../../../access/actor.ts'
import { usualForNewcomers } from '../../../operations/people/usual-for-newcomers.ts'
import { mapTiles } from '../../scheduling/map/map-tiles.ts'
import { loadTimeOff } from '../../scheduling/time-off/load-time-off.ts'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { listedValues } from '../../ui/listed-values.ts'
import { loadCompany } from '../../ui/load-company.ts'
import { teamWord } from '../../ui/team-word.ts'
import { Avatar } from './avatar.tsx'
import { loadPerson, loadTeamChoices } from './load-person.ts'
import { LoginCard } from './login-card.tsx'
import type { PersonDraft } from './person-draft.ts'
import { PersonForm } from './person-form.tsx'
import { StandingCard } from './standing-card.tsx'
import { TimeOffCard } from './time-off-card.tsx'
import { VisitsCard } from './visits-card.tsx'

type Parts = { req: PayloadRequest; actor: Actor; admin: string }

/** Somebody new as they are most often: the usual hours, all services, a colour of their own. */
const newDraft = async (req: PayloadRequest): Promise<PersonDraft> => ({
  ...(await usualForNewcomers(req)),
  ...{ name: '', phone: '', email: '', active: true, blocked: false },
  ...{ skills: [], areas: [], locations: [], home: null, exceptions: [] },
})

const Trail = ({ admin, label }: { admin: string; label: string }) => (
  <SetStepNav nav={[{ label: 'Team', url: `${admin}/collections/fieldworkers` }, { label }]} />
)

const NewPerson = async ({ req, actor, admin }: Parts) => {
  const [initial, choices] = await Promise.all([newDraft(req), loadTeamChoices(req)])
  const title = `New ${teamWord().one}`
  return (
    <Page
      lead="A name is enough: hours and services start as they usually are in your company."
      title={title}
    >
      <Trail admin={admin} label={title} />
      <PersonForm
        admin={admin}
        choices={choices}
        id=""
        initial={initial}
        mayEdit
        mayGiveLogin={may(actor, 'users.edit')}
        tiles={mapTiles()}
        zones={listedValues('zones')}
      />
    </Page>
  )
}

const KnownPerson = async ({ req, actor, admin, id }: Parts & { id: string }) => {
  const [found, choices, company, timeOff] = await Promise.all([
    loadPerson(req, id),
    loadTeamChoices(req),
    loadCompany(req),
    loadTimeOff(req, { isPast: false, fieldworker: id, now: Date.now() }),
  ])
  if (!found)
    return (
      <Page title={`No such ${teamWord().one}`}>
        <p className="fb-empty">They may have been removed for good.</p>
      </Page>
    )
  const { draft, removed, login, visits } = found
  const mayEdit = may(actor, 'fieldworker.edit')
  return (
    <Page
      title={
        <span className="fb-person">
          <Avatar colour={draft.colour} name={draft.name} /> {draft.name}
        </span>
      }
    >
      <Trail admin={admin} label={draft.name} />
      <div className="fb-booking__grid">
        <div className="fb-booking__main">
          <PersonForm
            admin={admin}
            choices={choices}
            id={id}
            initial={draft}
            key={JSON.stringify(draft)}
            mayEdit={mayEdit && !removed}
            mayGiveLogin={false}
            tiles={mapTiles()}
            zones={listedValues('zones')}
          />
        </div>
        <aside aria-label="Beside the form" className="fb-side">
          <LoginCard
            email={draft.email}
            key={draft.email}
            login={login}
            mayGive={may(actor, 'users.edit') && !removed}
            name={draft.name}
            person={id}
            zone={company.timezone}
          />
          <VisitsCard admin={admin} visits={visits} />
          <TimeOffCard
            admin={admin}
            away={{ type: 'fieldworker', id, name: draft.name, timezone: draft.timezone }}
            mayEdit={(mayEdit || may(actor, 'booking.assign')) && !removed}
            maySeeVisits={may(actor, 'booking.view-all')}
            rows={timeOff}
          />
          {mayEdit ? <StandingCard id={id} person={draft} removed={removed} /> : null}
        </aside>
      </div>
    </Page>
  )
}

/** The one page of a fieldworker, and the form for a new one; replaces the framework's. */
export const PersonPage = async (view: DocumentViewServerProps) => {
  const { req, docID } = view.initPageResult
  const actor = await actorOf(req)
  const needed = docID ? 'fieldworker.view' : 'fieldworker.edit'
  if (!req.user || !may(actor, needed)) return <RefusedPage permission={needed} what="the team" />
  await loadCompany(req)
  const parts = { req, actor, admin: req.payload.config.routes.admin }
  return docID ? <KnownPerson {...parts} id={String(docID)} /> : <NewPerson {...parts} />
}
