import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { FramedView } from '../shell/framed-view.tsx'
import { Page } from '../shell/page.tsx'
import { opens } from './opens.ts'
import { settingsGroups, settingsPath } from './settings-groups.ts'

/** Everything that is set up once, in groups; only what the reader's role opens. */
export const Settings = (view: AdminViewServerProps) => {
  const { permissions, req, visibleEntities } = view.initPageResult
  const { admin } = req.payload.config.routes
  const seen = { visible: visibleEntities, permissions }
  const groups = settingsGroups
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter(({ slug, isGlobal }) => opens(seen, slug, isGlobal)),
    }))
    .filter(({ entries }) => entries.length > 0)
  return (
    <FramedView label="Settings" view={view} what="the settings">
      <Page lead="What is set up once: rules, places, people and records." title="Settings">
        {groups.map(({ title, entries }) => (
          <section className="fb-settings" key={title}>
            <h2 className="fb-section-title">{title}</h2>
            <ul className="fb-settings__cards">
              {entries.map(({ slug, label, sentence, isGlobal }) => (
                <li key={slug}>
                  <Link
                    className="fb-settings__card"
                    href={`${admin}${settingsPath({ slug, isGlobal })}`}
                    prefetch={false}
                  >
                    <strong>{label}</strong>
                    <span className="fb-muted">{sentence}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Page>
    </FramedView>
  )
}
