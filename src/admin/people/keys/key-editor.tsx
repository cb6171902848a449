'use client'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../../bookings/use-command.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { Choice } from '../../ui/select-field.tsx'
import { expiryOf, type KeyDraft } from './key-draft.ts'
import { KeyFields } from './key-fields.tsx'
import { RevokeKey } from './revoke-key.tsx'

type KeyEditorProps = {
  id: string
  initial: KeyDraft
  roles: readonly Choice[]
  expiresNow: string
  isRevoked: boolean
}

/** Changes what a key opens; the key itself stays as it is. */
export const KeyEditor = ({ id, initial, roles, expiresNow, isRevoked }: KeyEditorProps) => {
  const { run, busy, errors } = useCommand()
  const [draft, setDraft] = useState(initial)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { expires, ...said } = draft
    const expiresAt = expiryOf(expires, Date.now())
    const body = { ...said, ...(expiresAt !== undefined && { expiresAt }) }
    void run({ path: `/api/api-keys/${id}`, method: 'PATCH', body, success: 'Saved.' })
  }
  return (
    <form className="fb-card" onSubmit={save}>
      <div className="fb-card__body">
        <RefusalNote errors={errors} />
        <KeyFields
          draft={draft}
          expiresNow={expiresNow}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          roles={roles}
        />
        <div className="fb-row">
          <button
            className="fb-button fb-button--primary"
            disabled={busy || JSON.stringify(draft) === JSON.stringify(initial)}
            type="submit"
          >
            Save changes
          </button>
          {isRevoked ? null : <RevokeKey id={id} name={initial.name} />}
        </div>
      </div>
    </form>
  )
}
