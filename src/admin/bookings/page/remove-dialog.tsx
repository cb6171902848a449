'use client'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useCommand } from '../use-command.ts'

export type Removal = {
  title: string
  consequence: string
  path: string
  success: string
  version?: number
}

/** Asks for the reason before a visit or a service is taken off a booking. */
export const RemoveDialog = ({ removal, onClose }: { removal: Removal; onClose: () => void }) => {
  const { run, busy, errors } = useCommand()
  const [reason, setReason] = useState('')
  const { title, consequence, path, success, version } = removal

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = { reason: reason.trim(), ...(version !== undefined && { version }) }
    if (await run({ path, body, success })) onClose()
  }

  return (
    <Dialog onClose={onClose} open title={title}>
      <form className="fb-dialog__body" onSubmit={(event) => void submit(event)}>
        <RefusalNote errors={errors} />
        <p>{consequence}</p>
        <ReasonField onChange={setReason} value={reason} />
        <div className="fb-row fb-row--end">
          <button className="fb-button" onClick={onClose} type="button">
            Go back
          </button>
          <button className="fb-button fb-button--danger" disabled={busy} type="submit">
            {title.replace('?', '')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
