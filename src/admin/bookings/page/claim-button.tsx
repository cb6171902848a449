'use client'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useCommand } from '../use-command.ts'

/** Makes the reader the owner of the booking. */
export const ClaimButton = ({ id }: { id: string }) => {
  const { run, busy, errors } = useCommand()
  const claim = () =>
    void run({ path: `/api/bookings/${id}/claim`, success: 'You own this booking now.' })
  return (
    <>
      <button className="fb-button fb-button--small" disabled={busy} onClick={claim} type="button">
        Claim
      </button>
      <RefusalNote errors={errors} />
    </>
  )
}
