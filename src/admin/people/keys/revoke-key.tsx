'use client'
import { useState } from 'react'
import { useCommand } from '../../bookings/use-command.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'

/** Ends a key at once, after asking. */
export const RevokeKey = ({ id, name }: { id: string; name: string }) => {
  const { run, busy, errors, clear } = useCommand()
  const [isOpen, setOpen] = useState(false)
  const close = () => {
    clear()
    setOpen(false)
  }
  const revoke = async () => {
    const path = `/api/api-keys/${id}`
    const success = `${name} is revoked.`
    if (await run({ path, method: 'PATCH', body: { active: false }, success })) close()
  }
  return (
    <>
      <button
        className="fb-button fb-button--small fb-button--danger"
        onClick={() => setOpen(true)}
        type="button"
      >
        Revoke<span className="fb-sr"> {name}</span>
      </button>
      <Dialog onClose={close} open={isOpen} title={`Revoke ${name}?`}>
        <div className="fb-dialog__body">
          <RefusalNote errors={errors} />
          <p>Programs that use this key are refused from now on. Make a new key to let them in.</p>
          <div className="fb-row fb-row--end">
            <button className="fb-button" onClick={close} type="button">
              Keep the key
            </button>
            <button
              className="fb-button fb-button--danger"
              disabled={busy}
              onClick={() => void revoke()}
              type="button"
            >
              Revoke
            </button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
