'use client'
import { type Choice, SelectField } from '../../ui/select-field.tsx'
import { expiryChoices, type KeyDraft } from './key-draft.ts'
import { scopeWords } from './scope-groups.ts'
import { ScopeTicks } from './scope-ticks.tsx'

type KeyFieldsProps = {
  draft: KeyDraft
  roles: readonly Choice[]
  /** When it expires now, in words; undefined for a new key. */
  expiresNow: string | undefined
  onChange: (part: Partial<KeyDraft>) => void
}

/** Name, role, expiry and scopes of a key; the scopes are folded until somebody looks. */
export const KeyFields = ({ draft, roles, expiresNow, onChange }: KeyFieldsProps) => (
  <>
    <div className="fb-grid-2">
      <label className="fb-field">
        <span>Name</span>
        <input
          autoComplete="off"
          className="fb-input"
          onChange={(event) => onChange({ name: event.target.value })}
          placeholder="Website"
          required
          value={draft.name}
        />
      </label>
      <SelectField
        choices={roles}
        label="Role"
        onChange={(event) => onChange({ role: event.target.value })}
        value={draft.role}
      />
      <SelectField
        choices={
          expiresNow ? [{ value: 'keep', label: expiresNow }, ...expiryChoices] : expiryChoices
        }
        label="Expires"
        onChange={(event) => onChange({ expires: event.target.value })}
        value={draft.expires}
      />
    </div>
    <details className="fb-scopes">
      <summary>
        <span className="fb-strong">Scopes</span>{' '}
        <span className="fb-muted">{scopeWords(draft.scopes)}</span>
      </summary>
      <p className="fb-hint">A key does what its role and its scopes both allow.</p>
      <ScopeTicks
        chosen={draft.scopes}
        isDisabled={false}
        onChange={(scopes) => onChange({ scopes })}
      />
    </details>
  </>
)
