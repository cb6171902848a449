import { DefaultTemplate } from '@payloadcms/next/templates'
import { SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import type { Permission } from '../../domain/people/permissions.ts'
import { actorOf, may } from '../../access/actor.ts'
import { RefusedPage } from './refused-page.tsx'

type FramedViewProps = {
  view: AdminViewServerProps
  label: string
  /** Without one the page is for everybody who may sign in to the panel. */
  permission?: Permission
  what: string
  children: ReactNode
}

/**
 * A custom view inside the panel's template. Payload leaves custom views public:
 * this shows them only to a signed-in caller who holds the permission.
 */
export const FramedView = async (props: FramedViewProps) => {
  const { view, label, permission, what, children } = props
  const { req, locale, permissions, visibleEntities } = view.initPageResult
  const allowed = Boolean(req.user) && (!permission || may(await actorOf(req), permission))

  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale ? { locale } : {})}
      {...(view.params ? { params: view.params } : {})}
      payload={req.payload}
      permissions={permissions}
      req={req}
      {...(view.searchParams ? { searchParams: view.searchParams } : {})}
      {...(view.user ? { user: view.user } : {})}
      viewActions={req.payload.config.admin.components.actions}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label }]} />
      {allowed ? children : <RefusedPage {...(permission ? { permission } : {})} what={what} />}
    </DefaultTemplate>
  )
}
