import { Link, SetStepNav } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import type { Area } from '../../../payload-types.ts'
import { Page } from '../../shell/page.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { requestOf } from '../../ui/request-of.ts'
import { teamWord } from '../../ui/team-word.ts'
import { loadAreas } from './load-areas.ts'

const shown = 4

/** Where an area is, in a few words. */
const placeWords = ({ kind, postcodes, radiusKm }: Area): string => {
  if (kind === 'radius') return `Circle of ${radiusKm ?? 0} km`
  const all = postcodes ?? []
  if (all.length === 0) return 'No postcodes'
  const more = all.length - shown
  return `${all.slice(0, shown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** Where the company works, and how many people it has there. */
export const AreasList = async ({ payload }: ListViewServerProps) => {
  const req = await requestOf(payload)
  if (!req.user) return null
  const actor = await actorOf(req)
  const rows = await loadAreas(req, actor)
  const base = `${payload.config.routes.admin}/collections/areas`
  return (
    <Page
      actions={
        may(actor, 'location.edit') ? (
          <Link className="fb-button fb-button--primary" href={`${base}/create`} prefetch={false}>
            <Glyph name="plus" /> Add an area
          </Link>
        ) : null
      }
      lead="Where you work. An address gets its people and its time zone from its area."
      title="Areas"
    >
      <SetStepNav nav={[{ label: 'Areas' }]} />
      {rows.length === 0 ? (
        <p className="fb-card fb-empty">
          No areas yet. Add one, so that customers there can book online.
        </p>
      ) : (
        <div className="fb-card">
          <table className="fb-table fb-cards-table">
            <thead>
              <tr>
                <th>Area</th>
                <th>Where</th>
                <th>{teamWord().titles}</th>
                <th>Time zone</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ area, people }) => (
                <tr key={area.id}>
                  <td>
                    <Link className="fb-rowlink" href={`${base}/${area.id}`} prefetch={false}>
                      {area.name}
                    </Link>{' '}
                    {area.active === false ? (
                      <span className="fb-pill fb-pill--gray">Not in use</span>
                    ) : null}
                  </td>
                  <td>{placeWords(area)}</td>
                  <td>
                    {people === 0 ? (
                      <span className="fb-pill fb-pill--yellow">No one yet</span>
                    ) : (
                      people
                    )}
                  </td>
                  <td>{area.timezone.replaceAll('_', ' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  )
}
