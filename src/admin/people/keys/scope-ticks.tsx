'use client'
import { scopeGroups } from './scope-groups.ts'

type ScopeTicksProps = {
  chosen: readonly string[]
  isDisabled: boolean
  onChange: (chosen: string[]) => void
}

/** What a key may read and write, a row of two tick boxes for each kind of record. */
export const ScopeTicks = ({ chosen, isDisabled, onChange }: ScopeTicksProps) => {
  const toggle = (scope: string) =>
    onChange(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope])
  return (
    <div className="fb-rights__groups">
      {scopeGroups.map(({ title, records }) => (
        <fieldset className="fb-rights__group" disabled={isDisabled} key={title}>
          <legend>{title}</legend>
          {records.map(({ slug, label }) => (
            <div className="fb-scope" key={slug}>
              <span>{label}</span>
              {(['read', 'write'] as const).map((verb) => (
                <label className="fb-check" key={verb}>
                  <input
                    checked={chosen.includes(`${slug}:${verb}`)}
                    onChange={() => toggle(`${slug}:${verb}`)}
                    type="checkbox"
                  />
                  <span>
                    {verb === 'read' ? 'Read' : 'Write'}
                    <span className="fb-sr"> {label}</span>
                  </span>
                </label>
              ))}
            </div>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
