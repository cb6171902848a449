import { SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { loadCompany } from '../../ui/load-company.ts'
import { loadRoleChanges } from './load-role.ts'
import { RoleChanges } from './role-changes.tsx'
import type { RoleDraft } from './role-draft.ts'
import { RoleForm } from './role-form.tsx'

const newRole: RoleDraft = { name: '', description: '', kind: 'staff', permissions: [] }

/** The page of one role, and the form for a new one. */
export const RolePage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  const actor = await actorOf(req)
  const mayEdit = may(actor, 'roles.edit')
  if (!req.user || !(mayEdit || (docID && may(actor, 'users.edit'))))
    return <RefusedPage permission="roles.edit" what="roles" />
  const { admin } = req.payload.config.routes
  const grantable = [...actor.permissions]
  const trail = (label: string) => (
    <SetStepNav nav={[{ label: 'Roles', url: `${admin}/collections/roles` }, { label }]} />
  )
  if (!docID)
    return (
      <Page lead="Choose what it may do; you give it to people on their account." title="New role">
        {trail('New role')}
        <RoleForm admin={admin} grantable={grantable} id="" initial={newRole} mayEdit />
      </Page>
    )
  const id = String(docID)
  const [role, changes, { timezone }] = await Promise.all([
    req.payload.findByID({
      ...{ collection: 'roles', id, depth: 0, disableErrors: true, overrideAccess: false, req },
    }),
    loadRoleChanges(req, id),
    loadCompany(req),
  ])
  if (!role)
    return (
      <Page title="No such role">
        <p className="fb-empty">It does not exist, or you may not see it.</p>
      </Page>
    )
  const { name, description, kind, permissions, system, updatedAt } = role
  return (
    <Page
      lead={system ? <span className="fb-pill fb-pill--gray">Built-in role</span> : null}
      title={name}
    >
      {trail(name)}
      <RoleForm
        admin={admin}
        grantable={grantable}
        id={id}
        initial={{ name, description: description ?? '', kind, permissions: permissions ?? [] }}
        key={updatedAt}
        mayEdit={mayEdit}
      />
      {may(actor, 'audit.view') ? <RoleChanges changes={changes} zone={timezone} /> : null}
    </Page>
  )
}
