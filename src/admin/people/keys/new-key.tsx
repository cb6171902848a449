'use client'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useState } from 'react'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { Choice } from '../../ui/select-field.tsx'
import { expiryOf, type KeyDraft } from './key-draft.ts'
import { KeyFields } from './key-fields.tsx'
import { usualScopes } from './scope-groups.ts'
import { ShownOnce } from './shown-once.tsx'

/** Makes a key: a name is enough, and the key is shown once. */
export const NewKey = ({ roles, role }: { roles: readonly Choice[]; role: string }) => {
  const router = useRouter()
  const empty: KeyDraft = { name: '', role, scopes: [...usualScopes], expires: '365' }
  const [draft, setDraft] = useState(empty)
  const [secret, setSecret] = useState('')
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Refusal[]>([])

  const create = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors([])
    const { expires, ...said } = draft
    const body = { ...said, expiresAt: expiryOf(expires, Date.now()) }
    const answer = await callApi<{ doc: { key: string } }>('/api/api-keys', {
      method: 'POST',
      body,
    })
    setBusy(false)
    if (!answer.ok) return setErrors(answer.errors)
    setSecret(answer.data.doc.key)
    setDraft(empty)
    router.refresh()
  }

  if (secret) return <ShownOnce onDone={() => setSecret('')} secret={secret} />
  return (
    <form className="fb-card" onSubmit={(event) => void create(event)}>
      <div className="fb-card__head">
        <h2>New API key</h2>
      </div>
      <div className="fb-card__body">
        <RefusalNote errors={errors} />
        <KeyFields
          draft={draft}
          expiresNow={undefined}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          roles={roles}
        />
        <div className="fb-row">
          <button
            className="fb-button fb-button--primary"
            disabled={busy || draft.name.trim() === '' || draft.scopes.length === 0}
            type="submit"
          >
            Create the key
          </button>
        </div>
      </div>
    </form>
  )
}
