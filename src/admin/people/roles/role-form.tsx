'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useState } from 'react'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { PermissionTicks } from './permission-ticks.tsx'
import { kindWords, type RoleDraft, roleSlug } from './role-draft.ts'

type RoleFormProps = {
  admin: string
  /** Empty for a new role. */
  id: string
  initial: RoleDraft
  grantable: readonly string[]
  mayEdit: boolean
}

const kinds = (['staff', 'fieldworker'] as const).map((value) => ({
  value,
  label: kindWords[value],
}))

/** Name and permissions of a role; a saved change counts from everybody's next click on. */
export const RoleForm = ({ admin, id, initial, grantable, mayEdit }: RoleFormProps) => {
  const router = useRouter()
  const [draft, setDraft] = useState(initial)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Refusal[]>([])
  const set = (part: Partial<RoleDraft>) => setDraft((before) => ({ ...before, ...part }))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors([])
    const body = id ? draft : { ...draft, slug: roleSlug(draft.name) }
    const path = id ? `/api/roles/${id}` : '/api/roles'
    const answer = await callApi<{ doc: { id: string } }>(path, {
      method: id ? 'PATCH' : 'POST',
      body,
    })
    setBusy(false)
    if (!answer.ok) return setErrors(answer.errors)
    toast.success('Saved. It counts from now on.')
    if (id) router.refresh()
    else router.push(`${admin}/collections/roles/${answer.data.doc.id}`)
  }

  return (
    <form className="fb-person-form" onSubmit={(event) => void save(event)}>
      <RefusalNote errors={errors} />
      <section className="fb-card">
        <div className="fb-card__body">
          <div className="fb-grid-2">
            <label className="fb-field">
              <span>Name</span>
              <input
                autoComplete="off"
                className="fb-input"
                disabled={!mayEdit}
                onChange={(event) => set({ name: event.target.value })}
                required
                value={draft.name}
              />
            </label>
            {id ? null : (
              <SelectField
                choices={kinds}
                label="For"
                onChange={(event) => set({ kind: event.target.value as RoleDraft['kind'] })}
                value={draft.kind}
              />
            )}
          </div>
          <label className="fb-field">
            <span>Description (optional)</span>
            <input
              autoComplete="off"
              className="fb-input"
              disabled={!mayEdit}
              onChange={(event) => set({ description: event.target.value })}
              value={draft.description}
            />
          </label>
        </div>
      </section>
      <section aria-labelledby="rights-heading" className="fb-rights">
        <h2 className="fb-section-title" id="rights-heading">
          What this role may do
        </h2>
        <p className="fb-hint">
          Changes are recorded, and take effect at the next click of everyone who has the role.
        </p>
        <PermissionTicks
          grantable={grantable}
          held={draft.permissions}
          isDisabled={!mayEdit}
          kind={draft.kind}
          onChange={(permissions) => set({ permissions })}
        />
      </section>
      {mayEdit ? (
        <div className="fb-savebar">
          <button
            className="fb-button fb-button--primary"
            disabled={busy || JSON.stringify(draft) === JSON.stringify(initial)}
            type="submit"
          >
            {id ? 'Save changes' : 'Add the role'}
          </button>
        </div>
      ) : null}
    </form>
  )
}
