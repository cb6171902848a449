import type { AdminViewServerProps } from 'payload'
import { actorOf } from '../../../access/actor.ts'
import { allCountryDefaults } from '../../../domain/setup/country-defaults.ts'
import { whyNotStart } from '../../../domain/setup/may-start.ts'
import { readStart } from '../../../operations/setup/read-start.ts'
import { FramedView } from '../../shell/framed-view.tsx'
import { Page } from '../../shell/page.tsx'
import { StartForm } from './start-form.tsx'
import './start.css'

const Content = async ({ view }: { view: AdminViewServerProps }) => {
  const { req } = view.initPageResult
  const { admin } = req.payload.config.routes
  const facts = await readStart(req)
  const reason = whyNotStart(facts)
  const { name } = await actorOf(req)
  const { email = '' } = (req.user ?? {}) as { email?: string }
  return (
    <Page
      lead="Four short steps to a page where customers can book. Nothing is saved before the last one."
      title="Start my company"
    >
      {reason ? (
        <p className="fb-card fb-empty">{reason}</p>
      ) : (
        <StartForm
          admin={admin}
          countries={allCountryDefaults()}
          demo={facts.isDemo ? facts.companyName : null}
          me={facts.isDemo ? { name: '', email: '' } : { name, email }}
        />
      )}
    </Page>
  )
}

/** `/admin/start`: from an empty company, or the demo, to one that customers can book. */
export const Start = (view: AdminViewServerProps) => (
  <FramedView
    label="Start my company"
    permission="roles.edit"
    view={view}
    what="setting the company up"
  >
    <Content view={view} />
  </FramedView>
)
