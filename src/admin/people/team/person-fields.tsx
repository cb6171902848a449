'use client'
import { teamColours } from '../../../domain/people/new-fieldworker.ts'
import { ColourField } from '../../ui/colour-field.tsx'
import type { PersonDraft } from './person-draft.ts'

export type PartProps = {
  draft: PersonDraft
  isDisabled: boolean
  onChange: (part: Partial<PersonDraft>) => void
}

type PersonFieldsProps = PartProps & { isEmailNeeded: boolean }

/** Who somebody is: name, ways to reach them, and their colour on the board. */
export const PersonFields = (props: PersonFieldsProps) => {
  const { draft, isDisabled, isEmailNeeded, onChange } = props
  return (
    <>
      <label className="fb-field">
        <span>Name</span>
        <input
          autoComplete="off"
          className="fb-input"
          disabled={isDisabled}
          onChange={(event) => onChange({ name: event.target.value })}
          required
          value={draft.name}
        />
      </label>
      <div className="fb-grid-2">
        <label className="fb-field">
          <span>Phone</span>
          <input
            autoComplete="off"
            className="fb-input"
            disabled={isDisabled}
            onChange={(event) => onChange({ phone: event.target.value })}
            type="tel"
            value={draft.phone}
          />
        </label>
        <label className="fb-field">
          <span>Email{isEmailNeeded ? '' : ' (optional)'}</span>
          <input
            autoComplete="off"
            className="fb-input"
            disabled={isDisabled}
            onChange={(event) => onChange({ email: event.target.value })}
            required={isEmailNeeded}
            type="email"
            value={draft.email}
          />
        </label>
      </div>
      <ColourField
        isDisabled={isDisabled}
        label="Colour on the board"
        onChange={(colour) => onChange({ colour })}
        palette={teamColours}
        value={draft.colour}
      />
    </>
  )
}
