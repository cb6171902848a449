'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { useCommand } from '../bookings/use-command.ts'

/** Mails a colleague the link with which they set a password. */
export const InviteButton = () => {
  const { id, data } = useDocumentInfo()
  const { run, busy, errors } = useCommand()
  if (!id) return null
  const invited = Boolean(data?.['invitedAt'])
  const invite = () =>
    void run({ path: `/api/users/${id}/invite`, success: 'The invitation is on its way.' })
  const sendPasswordLink = () =>
    void run({
      path: `/api/users/${id}/password-link`,
      success: 'A link to a new password is on its way.',
    })
  return (
    <>
      <RefusalNote errors={errors} />
      <button className="fb-button" disabled={busy} onClick={sendPasswordLink} type="button">
        Send password link
      </button>
      <button className="fb-button" disabled={busy} onClick={invite} type="button">
        {invited ? 'Invite again' : 'Send invitation'}
      </button>
    </>
  )
}
