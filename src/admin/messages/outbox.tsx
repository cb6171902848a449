import type { AdminViewServerProps } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { loadCompany } from '../ui/load-company.ts'
import { FramedView } from '../shell/framed-view.tsx'
import { Page } from '../shell/page.tsx'
import { loadOutbox } from './load-outbox.ts'
import { loadStuck } from './load-stuck.ts'
import { loadFailedEvents } from '../records/load-failed-events.ts'
import { FailedEvents } from '../records/failed-events.tsx'
import { OutboxReader } from './outbox-reader.tsx'
import { StuckMessages } from './stuck-messages.tsx'

const Content = async ({ view }: { view: AdminViewServerProps }) => {
  const { req } = view.initPageResult
  const { q } = view.searchParams ?? {}
  const asked = typeof q === 'string' ? q.trim().slice(0, 100) : ''
  const [messages, stuck, events, company] = await Promise.all([
    loadOutbox(req, asked),
    loadStuck(req),
    loadFailedEvents(req),
    loadCompany(req),
  ])
  const lead = 'Messages captured locally; nothing was sent.'
  const withheld = 'Sign-in emails are visible to administrators only.'
  return (
    <Page
      lead={may(await actorOf(req), 'users.edit') ? lead : `${lead} ${withheld}`}
      title="Outbox"
    >
      <StuckMessages messages={stuck} zone={company.timezone} />
      <FailedEvents events={events} zone={company.timezone} />
      <OutboxReader asked={asked} messages={messages} zone={company.timezone} />
    </Page>
  )
}

/** `/admin/outbox`: the mail and SMS that the local integrations kept. */
export const Outbox = (view: AdminViewServerProps) => (
  <FramedView label="Outbox" permission="deliveries.view" view={view} what="seeing messages">
    <Content view={view} />
  </FramedView>
)
