import { permissionGroups } from '../people/permission-groups.ts'
import { Page } from './page.tsx'

type RefusedPageProps = { what: string; permission?: string }

/** A permission as the page of a role calls it. */
const labelOf = (permission: string): string =>
  permissionGroups()
    .flatMap(({ flags }) => flags)
    .find(({ flag }) => flag === permission)?.sentence ?? permission

/** What a signed-in person sees on a page their role does not open. */
export const RefusedPage = ({ what, permission }: RefusedPageProps) => (
  <Page title="You don’t have access to this page">
    <p className="fb-empty">
      Your role does not include {what}.{' '}
      {permission
        ? `Ask an administrator to add “${labelOf(permission)}” to it.`
        : 'Ask an administrator if you need it.'}
    </p>
  </Page>
)
