import type { AdminViewServerProps } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { hourOfDay } from '../../domain/words/day-words.ts'
import { loadCompany } from '../ui/load-company.ts'
import { loadTabs } from '../bookings/list/load-tabs.ts'
import { Glyph } from '../ui/glyph.tsx'
import { dayIn, zoneNameIn } from '../ui/zoned-time.ts'
import { urgentTabs } from '../../domain/bookings/tabs.ts'
import { loadNeeds } from './load-needs.ts'
import { loadToday } from './load-today.ts'
import { NeedCard } from './need-card.tsx'
import { NewBookingLink } from './new-booking-link.tsx'
import { Page } from './page.tsx'
import { requestOf } from '../ui/request-of.ts'
import { startOffer } from '../../operations/setup/start-offer.ts'
import { StartCard } from '../setup/start-card.tsx'
import { SetupCard } from '../setup/setup-card.tsx'
import { TodayList } from './today-list.tsx'

const greeting = (name: string, zone: string): string => {
  const hour = hourOfDay(Date.now(), zone)
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  return `Good ${part}${name ? `, ${name.split(' ')[0]}` : ''}`
}

/** The first page of the panel: what needs me now? */
export const Home = async ({ payload }: AdminViewServerProps) => {
  const req = await requestOf(payload)
  if (!req.user) return null
  const [actor, company, offer] = await Promise.all([
    actorOf(req),
    loadCompany(req),
    startOffer(req),
  ])
  const admin = payload.config.routes.admin
  const now = Date.now()
  const sees = may(actor, 'booking.view-all')
  const [tabs, rows, visits] = sees
    ? await Promise.all([
        loadTabs(req),
        loadNeeds(req, urgentTabs),
        loadToday(req, { zone: company.timezone, now }),
      ])
    : [[], {}, []]
  const asked = urgentTabs.flatMap((key) => tabs.filter((tab) => tab.key === key))
  const open = asked.filter(({ count }) => (count ?? 0) > 0)
  const done = asked.filter(({ count }) => (count ?? 0) === 0)
  return (
    <Page
      actions={<NewBookingLink actor={actor} admin={admin} />}
      lead={`${company.name} · ${dayIn(now, company.timezone)} · Times are local to each job (office: ${zoneNameIn(now, company.timezone)})`}
      title={greeting(actor.name, company.timezone)}
    >
      {offer === 'empty' ? <StartCard admin={admin} offer={offer} /> : null}
      {sees && offer !== 'empty' ? (
        <section aria-labelledby="needs-heading" className="fb-needs">
          <h2 className="fb-section-title" id="needs-heading">
            What needs you now
          </h2>
          {open.length === 0 ? (
            <p className="fb-card fb-empty">
              <Glyph name="check" /> All clear: every visit is assigned, and every offer is
              answered.
            </p>
          ) : (
            <div className="fb-cards">
              {open.map((tab) => (
                <NeedCard
                  admin={admin}
                  key={tab.key}
                  rows={rows[tab.key as (typeof urgentTabs)[number]] ?? []}
                  tab={tab}
                />
              ))}
            </div>
          )}
          {done.length > 0 && open.length > 0 ? (
            <p className="fb-muted">
              <Glyph name="check" /> Clear: {done.map(({ label }) => label).join(', ')}.
            </p>
          ) : null}
        </section>
      ) : null}
      {offer === 'empty' ? null : <SetupCard admin={admin} req={req} />}
      {sees ? (
        <TodayList admin={admin} visits={visits} />
      ) : (
        <p className="fb-card fb-empty">
          Your role has no view of the office’s bookings. The menu shows what is open to you.
        </p>
      )}
      {offer === 'demo' ? <StartCard admin={admin} offer={offer} /> : null}
    </Page>
  )
}
