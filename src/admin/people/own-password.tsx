'use client'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { useCommand } from '../bookings/use-command.ts'
import { Dialog } from '../ui/dialog.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'

type SecretProps = {
  label: string
  value: string
  kind: 'current' | 'new'
  onChange: (value: string) => void
}

const Secret = ({ label, value, kind, onChange }: SecretProps) => (
  <label className="fb-field">
    <span>{label}</span>
    <input
      autoComplete={`${kind}-password`}
      className="fb-input"
      onChange={(event) => onChange(event.target.value)}
      type="password"
      value={value}
    />
  </label>
)

/** On one's own account: a new password, which takes the present one. */
export const OwnPassword = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { run, busy, errors, clear } = useCommand()
  const [isOpen, setOpen] = useState(false)
  const [present, setPresent] = useState('')
  const [password, setPassword] = useState('')
  if (!id || user?.id !== id) return null

  const close = () => {
    clear()
    setPresent('')
    setPassword('')
    setOpen(false)
  }
  const send = async () => {
    const success = 'Your password is changed. Other devices are signed out.'
    if (await run({ path: '/api/app/me/password', body: { present, password }, success })) close()
  }

  // No form of its own: this stands within the form of the account.
  return (
    <>
      <button className="fb-button" onClick={() => setOpen(true)} type="button">
        Change my password
      </button>
      <Dialog onClose={close} open={isOpen} title="Change my password">
        <div className="fb-dialog__body">
          <RefusalNote errors={errors} />
          <Secret kind="current" label="Present password" onChange={setPresent} value={present} />
          <Secret
            kind="new"
            label="New password, at least ten characters"
            onChange={setPassword}
            value={password}
          />
          <div className="fb-row fb-row--end">
            <button className="fb-button" onClick={close} type="button">
              Go back
            </button>
            <button
              className="fb-button fb-button--primary"
              disabled={busy || present === '' || password === ''}
              onClick={() => void send()}
              type="button"
            >
              Change the password
            </button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
