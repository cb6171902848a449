import { Page } from './page.tsx'

/** What a signed-in person sees on a page their role does not open. */
export const RefusedPage = ({ what, permission }: { what: string; permission: string }) => (
  <Page title="Not open to you">
    <p className="fb-empty">
      Your role does not include {what}. Someone who edits roles can give it the permission “
      {permission}”.
    </p>
  </Page>
)
