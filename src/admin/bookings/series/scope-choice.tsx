'use client'
import type { SeriesView } from '../page/booking-view.ts'

export type SeriesScope = 'all' | 'following' | 'this'

const labels: Record<SeriesScope, string> = {
  this: 'Only this one',
  following: 'This one and those after it',
  all: 'All that are ahead',
}

/** Which occurrences of a series a change is for. */
export const ScopeChoice = (props: {
  series: SeriesView
  value: SeriesScope
  onChange: (scope: SeriesScope) => void
}) => (
  <fieldset className="fb-choices">
    <legend className="fb-label">Repeats: {props.series.summary}</legend>
    {(Object.keys(labels) as SeriesScope[]).map((scope) => (
      <label className="fb-check" key={scope}>
        <input
          checked={props.value === scope}
          name="scope"
          onChange={() => props.onChange(scope)}
          type="radio"
        />
        <span>{labels[scope]}</span>
      </label>
    ))}
  </fieldset>
)
