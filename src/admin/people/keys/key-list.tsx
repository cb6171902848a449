import { Link, SetStepNav } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { loadCompany } from '../../ui/load-company.ts'
import { requestOf } from '../../ui/request-of.ts'
import { dayIn, momentIn } from '../../ui/zoned-time.ts'
import { type KeyRow, loadKeys } from './load-keys.ts'
import { NewKey } from './new-key.tsx'
import { RevokeKey } from './revoke-key.tsx'
import { scopeWords } from './scope-groups.ts'

const looks: Record<KeyRow['state'], { label: string; tone: string }> = {
  active: { label: 'Active', tone: 'green' },
  expired: { label: 'Expired', tone: 'gray' },
  revoked: { label: 'Revoked', tone: 'red' },
}

type RowsProps = { keys: KeyRow[]; base: string; zone: string }

const Rows = ({ keys, base, zone }: RowsProps) => (
  <div className="fb-card">
    <table className="fb-table fb-cards-table">
      <thead>
        <tr>
          <th>Key</th>
          <th>Role and scopes</th>
          <th>Last used</th>
          <th>Expires</th>
          <th>Status</th>
          <th>
            <span className="fb-sr">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ id, name, prefix, role, scopes, lastUsedAt, expiresAt, state }) => (
          <tr key={id}>
            <td>
              <Link className="fb-rowlink" href={`${base}/${id}`} prefetch={false}>
                {name}
              </Link>
              <span className="fb-hint fb-block">{prefix}…</span>
            </td>
            <td data-label="Role">
              {role}
              <span className="fb-hint fb-block">{scopeWords(scopes)}</span>
            </td>
            <td data-label="Last used">{lastUsedAt ? momentIn(lastUsedAt, zone) : 'Never'}</td>
            <td data-label="Expires">{expiresAt ? dayIn(expiresAt, zone) : 'Never'}</td>
            <td data-label="Status">
              <span className={`fb-pill fb-pill--${looks[state].tone}`}>{looks[state].label}</span>
            </td>
            <td>{state === 'active' ? <RevokeKey id={id} name={name} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** The keys of other programs: a new one, and what each opens, when it was used, until when. */
export const KeyList = async ({ payload }: ListViewServerProps) => {
  const req = await requestOf(payload)
  if (!req.user) return null
  if (!may(await actorOf(req), 'api-keys.edit'))
    return <RefusedPage permission="api-keys.edit" what="API keys" />
  const [{ keys, roles, role }, { timezone }] = await Promise.all([loadKeys(req), loadCompany(req)])
  const base = `${payload.config.routes.admin}/collections/api-keys`
  return (
    <Page
      lead="Access for other programs: your website, an integration, a report."
      title="API keys"
    >
      <SetStepNav nav={[{ label: 'API keys' }]} />
      <NewKey role={role} roles={roles} />
      {keys.length === 0 ? (
        <p className="fb-card fb-empty">No API keys yet.</p>
      ) : (
        <Rows base={base} keys={keys} zone={timezone} />
      )}
    </Page>
  )
}
