'use client'
import { useField, useFormFields } from '@payloadcms/ui'
import type { SelectFieldClientProps } from 'payload'
import { permissionGroups } from './permission-groups.ts'

/** A role's rights as tick boxes with sentences, in groups; takes effect at once when saved. */
export const PermissionsField = ({ path, readOnly }: SelectFieldClientProps) => {
  const { value, setValue, disabled } = useField<string[]>({ path })
  const kind = useFormFields(([fields]) => fields.kind?.value)
  const held = value ?? []
  const fixed = Boolean(readOnly || disabled)
  const groups = permissionGroups.filter(({ flags }) => {
    const own = flags.every(({ flag }) => flag.startsWith('own.'))
    return kind === 'fieldworker' ? true : !own || flags.some(({ flag }) => held.includes(flag))
  })
  const toggle = (flag: string) =>
    setValue(held.includes(flag) ? held.filter((known) => known !== flag) : [...held, flag])
  const toggleAll = (flags: string[], on: boolean) =>
    setValue(on ? [...new Set([...held, ...flags])] : held.filter((flag) => !flags.includes(flag)))

  return (
    <section aria-label="Permissions" className="fb-rights field-type">
      <h3>What this role may do</h3>
      <p className="fb-hint">Changes take effect at the next click of everyone who has the role.</p>
      <div className="fb-rights__groups">
        {groups.map(({ title, flags }) => {
          const all = flags.every(({ flag }) => held.includes(flag))
          const names = flags.map(({ flag }) => flag)
          return (
            <fieldset className="fb-rights__group" disabled={fixed} key={title}>
              <legend>{title}</legend>
              <button
                className="fb-ghost fb-rights__all"
                onClick={() => toggleAll(names, !all)}
                type="button"
              >
                {all ? 'None' : 'All'}
                <span className="fb-sr"> of {title}</span>
              </button>
              {flags.map(({ flag, sentence }) => (
                <label className="fb-check" key={flag}>
                  <input
                    checked={held.includes(flag)}
                    onChange={() => toggle(flag)}
                    type="checkbox"
                  />
                  <span>{sentence}</span>
                </label>
              ))}
            </fieldset>
          )
        })}
      </div>
    </section>
  )
}
