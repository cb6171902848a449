'use client'
import { permissionGroups } from '../permission-groups.ts'

type PermissionTicksProps = {
  kind: string
  held: readonly string[]
  /** What the reader may give: nobody gives what they do not have. */
  grantable: readonly string[]
  isDisabled: boolean
  onChange: (held: string[]) => void
}

const isOwn = (flag: string) => flag.startsWith('own.')

/** Groups that mean something to a kind of role, and those that it has something of. */
const groupsFor = (kind: string, held: readonly string[]) =>
  permissionGroups().filter(({ flags }) => {
    const isOfField = flags.every(({ flag }) => isOwn(flag))
    return isOfField !== (kind === 'staff') || flags.some(({ flag }) => held.includes(flag))
  })

/** What a role may do, as tick boxes with sentences, in groups. */
export const PermissionTicks = (props: PermissionTicksProps) => {
  const { kind, held, grantable, isDisabled, onChange } = props
  const mayTick = (flag: string) => held.includes(flag) || isOwn(flag) || grantable.includes(flag)
  const toggle = (flag: string) =>
    onChange(held.includes(flag) ? held.filter((known) => known !== flag) : [...held, flag])
  const toggleAll = (flags: string[], on: boolean) =>
    onChange(
      on
        ? [...new Set([...held, ...flags.filter(mayTick)])]
        : held.filter((flag) => !flags.includes(flag)),
    )

  return (
    <div className="fb-rights__groups">
      {groupsFor(kind, held).map(({ title, flags }) => {
        const names = flags.map(({ flag }) => flag)
        const hasAll = names.every((flag) => held.includes(flag))
        return (
          <fieldset className="fb-rights__group" disabled={isDisabled} key={title}>
            <legend>{title}</legend>
            {isDisabled ? null : (
              <button
                className="fb-ghost fb-rights__all"
                onClick={() => toggleAll(names, !hasAll)}
                type="button"
              >
                {hasAll ? 'None' : 'All'}
                <span className="fb-sr"> of {title}</span>
              </button>
            )}
            {flags.map(({ flag, sentence }) => (
              <label className="fb-check" key={flag}>
                <input
                  checked={held.includes(flag)}
                  disabled={!mayTick(flag)}
                  onChange={() => toggle(flag)}
                  type="checkbox"
                />
                <span>
                  {sentence}
                  {mayTick(flag) ? null : (
                    <span className="fb-hint fb-block">Only somebody who has it can give it.</span>
                  )}
                </span>
              </label>
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}
