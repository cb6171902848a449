import { SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { loadCompany } from '../../ui/load-company.ts'
import { loadAway } from './load-away.ts'
import { awayOf } from './load-time-off.ts'
import { newTimeOff, storedTimeOff } from './time-off-draft.ts'
import { TimeOffEditor } from './time-off-editor.tsx'

type View = DocumentViewServerProps
type Req = View['initPageResult']['req']

const readAbsence = async (req: Req, id: string) => {
  const found = await req.payload.findByID({
    collection: 'unavailabilities',
    id,
    depth: 1,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  const away = found ? awayOf(found) : undefined
  return found && away ? { away, stored: found } : undefined
}

/** The page of one absence, and the form for a new one with its person and start in the address. */
export const TimeOffPage = async ({ initPageResult, searchParams }: View) => {
  const { req, docID } = initPageResult
  const actor = await actorOf(req)
  const mayEdit = may(actor, 'fieldworker.edit') || may(actor, 'booking.assign')
  if (!req.user || !may(actor, 'fieldworker.view') || (!docID && !mayEdit))
    return <RefusedPage permission="fieldworker.view" what="time off" />
  await loadCompany(req)
  const choices = await loadAway(req)
  const found = docID ? await readAbsence(req, String(docID)) : undefined
  if (docID && !found)
    return (
      <Page title="No such time off">
        <p className="fb-empty">It may have been deleted.</p>
      </Page>
    )
  const { admin } = req.payload.config.routes
  const one = (key: string) => {
    const value = searchParams?.[key]
    return typeof value === 'string' ? value : undefined
  }
  const asked = choices.find(({ id }) => id === one('fieldworker'))
  const title = found ? `Time off: ${found.away.name}` : 'New time off'
  const isListed = choices.some(({ id }) => id === found?.away.id)
  return (
    <Page title={title}>
      <SetStepNav
        nav={[
          { label: 'Time off', url: `${admin}/collections/unavailabilities` },
          { label: found?.away.name ?? title },
        ]}
      />
      <TimeOffEditor
        admin={admin}
        choices={found && !isListed ? [...choices, found.away] : choices}
        id={docID ? String(docID) : ''}
        initial={found ? storedTimeOff(found.away, found.stored) : newTimeOff(asked, one('start'))}
        key={found?.stored.updatedAt ?? ''}
        mayEdit={mayEdit}
        maySeeVisits={may(actor, 'booking.view-all')}
      />
    </Page>
  )
}
