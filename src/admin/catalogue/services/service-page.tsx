import { SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { RecordHistory } from '../../records/record-history.tsx'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { loadCompany } from '../../ui/load-company.ts'
import { loadService, loadServiceChoices } from './load-service.ts'
import { emptyService } from './service-draft.ts'
import { ServiceForm } from './service-form.tsx'
import { ServiceHead } from './service-head.tsx'

/** The one page of a service; replaces the framework's form. */
export const ServicePage = async (view: DocumentViewServerProps) => {
  const { req, docID } = view.initPageResult
  const base = `${req.payload.config.routes.admin}/collections/services`
  const actor = await actorOf(req)
  const mayEdit = may(actor, 'catalogue.edit')
  if (!req.user || (!docID && !mayEdit))
    return <RefusedPage permission="catalogue.edit" what="adding services" />
  const { currency } = await loadCompany(req)
  const choices = await loadServiceChoices(req, actor)
  const shared = { base, choices, currency, mayStaff: may(actor, 'fieldworker.edit') }
  if (!docID) {
    return (
      <Page lead="It goes live as soon as you choose somebody who can do it." title="New service">
        <SetStepNav nav={[{ label: 'Services', url: base }, { label: 'New' }]} />
        <ServiceForm {...shared} editable value={emptyService} />
      </Page>
    )
  }
  const { people } = choices
  const service = await loadService(req, { actor, id: String(docID), people, currency })
  if (!service)
    return (
      <Page title="No such service">
        <p className="fb-empty">The record does not exist, or you may not see it.</p>
      </Page>
    )
  const { id, draft, state, active, deletedAt } = service
  return (
    <main className="fb-page">
      <SetStepNav nav={[{ label: 'Services', url: base }, { label: draft.name }]} />
      <ServiceHead
        active={active}
        base={base}
        deletedAt={deletedAt}
        editable={mayEdit}
        id={id}
        name={draft.name}
        state={state}
      />
      <ServiceForm
        {...shared}
        editable={mayEdit && !deletedAt}
        id={id}
        key={JSON.stringify(draft)}
        value={draft}
      />
      {may(actor, 'audit.view') ? <RecordHistory id={id} req={req} type="services" /> : null}
    </main>
  )
}
