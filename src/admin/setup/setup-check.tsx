import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import type { SetupFault } from '../../domain/setup/setup-fault.ts'
import { checkSetup, type MissedSearches } from '../../operations/setup/check-setup.ts'
import { FramedView } from '../shell/framed-view.tsx'
import { Page } from '../shell/page.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { inOwnWords } from '../ui/team-word.ts'
import { mendingPage } from './fault-links.ts'
import { missedWords } from './missed-words.ts'
import './setup-check.css'

type ItemProps = { admin: string; title: string; text: string; at: SetupFault['mendedAt'] }

const Item = ({ admin, title, text, at }: ItemProps) => {
  const { href, label } = mendingPage(admin, at)
  return (
    <li className="fb-setup__item">
      <div>
        <p className="fb-setup__title">{title}</p>
        <p className="fb-muted">{text}</p>
      </div>
      <Link
        aria-label={`Open ${label}: ${title}`}
        className="fb-button fb-button--small"
        href={href}
        prefetch={false}
      >
        Open {label}
      </Link>
    </li>
  )
}

const Faults = ({ admin, faults }: { admin: string; faults: SetupFault[] }) => (
  <section aria-labelledby="faults-heading" className="fb-card">
    <div className="fb-card__head">
      <h2 id="faults-heading">What can’t work</h2>
    </div>
    {faults.length === 0 ? (
      <p className="fb-empty">
        <Glyph name="check" /> Everything you have set up can work.
      </p>
    ) : (
      <ul className="fb-setup">
        {faults.map(({ code, message, fix, mendedAt }) => (
          <Item
            admin={admin}
            at={mendedAt}
            key={`${code} ${message}`}
            text={inOwnWords(fix)}
            title={inOwnWords(message)}
          />
        ))}
      </ul>
    )}
  </section>
)

const Missed = ({ admin, missed }: { admin: string; missed: MissedSearches[] }) => (
  <section aria-labelledby="missed-heading" className="fb-card">
    <div className="fb-card__head">
      <h2 id="missed-heading">Searches that found nothing</h2>
      <span className="fb-muted">on the website, in the last month</span>
    </div>
    {missed.length === 0 ? (
      <p className="fb-empty">
        <Glyph name="check" /> Every search found a time.
      </p>
    ) : (
      <ul className="fb-setup">
        {missed.map((one) => {
          const { title, why } = missedWords(one)
          return (
            <Item
              admin={admin}
              at={one.mendedAt}
              key={`${title} ${why}`}
              text={why}
              title={title}
            />
          )
        })}
      </ul>
    )}
  </section>
)

const Content = async ({ view }: { view: AdminViewServerProps }) => {
  const { req } = view.initPageResult
  const { faults, missed } = await checkSetup(req)
  const admin = req.payload.config.routes.admin
  const count = faults.length === 1 ? '1 thing' : `${faults.length} things`
  return (
    <Page
      lead={
        faults.length === 0
          ? 'Your services, people, places, accounts and settings work together.'
          : `${count} in your setup can’t work as it is.`
      }
      title="Setup check"
    >
      <Faults admin={admin} faults={faults} />
      <Missed admin={admin} missed={missed} />
    </Page>
  )
}

/** `/admin/setup-check`: what can never work, and what customers looked for in vain. */
export const SetupCheck = (view: AdminViewServerProps) => (
  <FramedView label="Setup check" permission="settings.edit" view={view} what="the setup check">
    <Content view={view} />
  </FramedView>
)
