import { Link, SetStepNav } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { Page } from '../../shell/page.tsx'
import { RefusedPage } from '../../shell/refused-page.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { requestOf } from '../../ui/request-of.ts'
import { loadRoles, type RoleRow } from './load-role.ts'
import { kindWords } from './role-draft.ts'

const peopleWords = ({ kind, people }: RoleRow): string => {
  if (kind === 'customer') return 'Every customer'
  return people === 1 ? '1 person' : `${people} people`
}

/** What each kind of account may do. */
export const RoleList = async ({ payload }: ListViewServerProps) => {
  const req = await requestOf(payload)
  if (!req.user) return null
  const actor = await actorOf(req)
  if (!may(actor, 'roles.edit') && !may(actor, 'users.edit'))
    return <RefusedPage permission="roles.edit" what="roles" />
  const roles = await loadRoles(req)
  const base = `${payload.config.routes.admin}/collections/roles`
  return (
    <Page
      actions={
        may(actor, 'roles.edit') ? (
          <Link className="fb-button fb-button--primary" href={`${base}/create`} prefetch={false}>
            <Glyph name="plus" /> Add a role
          </Link>
        ) : null
      }
      lead="What each kind of user may see and do. Everyone has exactly one role."
      title="Roles"
    >
      <SetStepNav nav={[{ label: 'Roles' }]} />
      <div className="fb-card">
        <table className="fb-table fb-cards-table">
          <thead>
            <tr>
              <th>Role</th>
              <th>For</th>
              <th>Permissions</th>
              <th>Who has it</th>
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role.id}>
                <td>
                  <Link className="fb-rowlink" href={`${base}/${role.id}`} prefetch={false}>
                    {role.name}
                  </Link>{' '}
                  {role.system ? (
                    <span className="fb-pill fb-pill--gray">Built-in role</span>
                  ) : null}
                  <span className="fb-hint fb-block">{role.description}</span>
                </td>
                <td data-label="For">{kindWords[role.kind]}</td>
                <td data-label="Permissions">{role.permissions?.length ?? 0}</td>
                <td data-label="Who has it">{peopleWords(role)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  )
}
