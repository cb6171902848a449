import type { PayloadRequest, SanitizedPermissions, ServerProps, VisibleEntities } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { requestOf } from '../../ui/request-of.ts'
import { opens } from '../../settings/opens.ts'
import { settingsGroups, settingsPath } from '../../settings/settings-groups.ts'
import { type RailEntry, railEntries } from './rail-entries.ts'
import { RailFrame } from './rail-frame.tsx'
import { railCookie } from './rail-cookie.ts'
import { RailLink } from './rail-link.tsx'

type RailProps = ServerProps & {
  permissions?: SanitizedPermissions
  visibleEntities?: VisibleEntities
}

const nothing: VisibleEntities = { collections: [], globals: [] }

const isNarrow = (req: PayloadRequest): boolean =>
  (req.headers.get('cookie') ?? '').split(/;\s*/).includes(`${railCookie}=icons`)

/** The panel's navigation: where people work all day, and one door to the settings. */
export const Rail = async ({ payload, permissions, visibleEntities }: RailProps) => {
  const req = await requestOf(payload)
  if (!req.user) return null
  const actor = await actorOf(req)
  const { admin } = payload.config.routes
  const seen = { visible: visibleEntities ?? nothing, permissions }
  const isOpen = ({ path, permission }: RailEntry) => {
    const [, slug] = path.split('/collections/')
    return (!permission || may(actor, permission)) && (!slug || opens(seen, slug))
  }
  const hasSettings = settingsGroups.some(({ entries }) =>
    entries.some(({ slug, isGlobal }) => opens(seen, slug, isGlobal)),
  )
  return (
    <RailFrame startsNarrow={isNarrow(req)}>
      {may(actor, 'booking.create') ? (
        <RailLink href={`${admin}/new-booking`} icon="plus" isMain label="New booking" />
      ) : null}
      <ul className="fb-rail__list">
        {railEntries.filter(isOpen).map(({ path, label, icon }) => (
          <li key={label}>
            <RailLink exact={path === ''} href={`${admin}${path}`} icon={icon} label={label} />
          </li>
        ))}
      </ul>
      <ul className="fb-rail__list fb-rail__end">
        {hasSettings ? (
          <li>
            <RailLink
              also={settingsGroups.flatMap(({ entries }) =>
                entries.map((entry) => `${admin}${settingsPath(entry)}`),
              )}
              href={`${admin}/settings`}
              icon="settings"
              label="Settings"
            />
          </li>
        ) : null}
        <li>
          <RailLink href={`${admin}/logout`} icon="logOut" label="Sign out" />
        </li>
      </ul>
    </RailFrame>
  )
}
