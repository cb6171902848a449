import { SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { DocumentViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { loadCompany } from '../../ui/load-company.ts'
import { dayIn } from '../../ui/zoned-time.ts'
import { KeyEditor } from './key-editor.tsx'
import { loadKeys } from './load-keys.ts'

/** The page of one API key; a new one is made on the list. */
export const KeyPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  const list = `${req.payload.config.routes.admin}/collections/api-keys`
  if (!docID) redirect(list)
  if (!req.user || !may(await actorOf(req), 'api-keys.edit'))
    return <RefusedPage permission="api-keys.edit" what="API keys" />
  const [{ keys, roles }, { timezone }] = await Promise.all([loadKeys(req), loadCompany(req)])
  const key = keys.find(({ id }) => id === docID)
  if (!key)
    return (
      <Page title="No such API key">
        <p className="fb-empty">It may have been deleted.</p>
      </Page>
    )
  const { id, name, role, roleId, scopes, expiresAt, prefix, state } = key
  const isListed = roles.some(({ value }) => value === roleId)
  return (
    <Page
      lead={`Begins with ${prefix}…; the whole key is shown only when it is made.`}
      title={name}
    >
      <SetStepNav nav={[{ label: 'API keys', url: list }, { label: name }]} />
      <KeyEditor
        expiresNow={expiresAt ? `On ${dayIn(expiresAt, timezone)}` : 'Never, as now'}
        id={id}
        initial={{ name, role: roleId, scopes, expires: 'keep' }}
        isRevoked={state === 'revoked'}
        key={JSON.stringify(key)}
        roles={isListed ? roles : [{ value: roleId, label: role }, ...roles]}
      />
    </Page>
  )
}
