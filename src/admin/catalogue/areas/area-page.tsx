import { Link, SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { RecordHistory } from '../../records/record-history.tsx'
import { mapTiles } from '../../scheduling/map/map-tiles.ts'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { listedValues } from '../../ui/listed-values.ts'
import { loadCompany } from '../../ui/load-company.ts'
import { teamWord } from '../../ui/team-word.ts'
import { areaDraft, emptyArea } from './area-draft.ts'
import { AreaForm } from './area-form.tsx'
import { type AreaAround, loadAreaAround } from './load-areas.ts'

const People = ({ people, admin }: { people: AreaAround['people']; admin: string }) => (
  <section aria-labelledby="people-heading" className="fb-card">
    <div className="fb-card__head">
      <h2 id="people-heading">Who works here</h2>
      <span className="fb-muted">Set on each {teamWord().one}’s page</span>
    </div>
    {people.length === 0 ? (
      <p className="fb-empty">No one yet, so nobody can be booked here.</p>
    ) : (
      <ul className="fb-card__body fb-plain-list">
        {people.map(({ id, name }) => (
          <li key={id}>
            <Link
              className="fb-link"
              href={`${admin}/collections/fieldworkers/${id}`}
              prefetch={false}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    )}
  </section>
)

/** The page of one area, and the form for a new one. */
export const AreaPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  const actor = await actorOf(req)
  const editable = may(actor, 'location.edit')
  if (!req.user || (!docID && !editable))
    return <RefusedPage permission="location.edit" what="adding areas" />
  const { admin } = req.payload.config.routes
  const base = `${admin}/collections/areas`
  const id = docID ? String(docID) : undefined
  const [around, { timezone }, area] = await Promise.all([
    loadAreaAround(req, { id, actor }),
    loadCompany(req),
    id
      ? req.payload.findByID({
          ...{ collection: 'areas', id, depth: 0, disableErrors: true, overrideAccess: false, req },
        })
      : undefined,
  ])
  if (id && !area)
    return (
      <Page title="No such area">
        <p className="fb-empty">It does not exist, or you may not see it.</p>
      </Page>
    )
  const name = area?.name ?? 'New area'
  const value = area ? areaDraft(area) : emptyArea(timezone)
  return (
    <Page lead="An address belongs to the area whose postcodes or circle it is in." title={name}>
      <SetStepNav nav={[{ label: 'Areas', url: base }, { label: name }]} />
      <AreaForm
        {...(id && { id })}
        around={around}
        base={base}
        editable={editable}
        key={JSON.stringify(value)}
        tiles={mapTiles()}
        value={value}
        zones={listedValues('zones')}
      />
      {id && may(actor, 'fieldworker.view') ? (
        <People admin={admin} people={around.people} />
      ) : null}
      {id && may(actor, 'audit.view') ? <RecordHistory id={id} req={req} type="areas" /> : null}
    </Page>
  )
}
