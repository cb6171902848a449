'use client'

export type RuleDraft = {
  unit: 'day' | 'month' | 'week'
  every: number
  byDay: string[]
  end: 'count' | 'until'
  count: number
  until: string
}

/** The rule as the series contract takes it. */
export const ruleOf = ({ unit, every, byDay, end, count, until }: RuleDraft) => ({
  unit,
  every,
  ...(unit === 'week' && byDay.length > 0 && { byDay }),
  ...(end === 'count' ? { count } : { until }),
})

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** How often, on which days, until when. */
export const RepeatRuleFields = ({
  value,
  onChange,
}: {
  value: RuleDraft
  onChange: (next: RuleDraft) => void
}) => {
  const set = (change: Partial<RuleDraft>) => onChange({ ...value, ...change })
  const toggle = (day: string) =>
    set({
      byDay: value.byDay.includes(day)
        ? value.byDay.filter((one) => one !== day)
        : days.filter((one) => one === day || value.byDay.includes(one)),
    })
  return (
    <>
      <div className="fb-row fb-row--bottom">
        <label className="fb-field">
          <span>Every</span>
          <input
            className="fb-input"
            max={52}
            min={1}
            onChange={(event) => set({ every: Number(event.target.value) })}
            type="number"
            value={value.every}
          />
        </label>
        <label className="fb-field">
          <span>Unit</span>
          <select
            className="fb-input"
            onChange={(event) => set({ unit: event.target.value as RuleDraft['unit'] })}
            value={value.unit}
          >
            <option value="day">days</option>
            <option value="week">weeks</option>
            <option value="month">months</option>
          </select>
        </label>
      </div>
      {value.unit === 'week' ? (
        <fieldset className="fb-choices">
          <legend className="fb-label">On (default: same weekday)</legend>
          <div className="fb-row">
            {days.map((day) => (
              <label className="fb-check" key={day}>
                <input
                  checked={value.byDay.includes(day)}
                  onChange={() => toggle(day)}
                  type="checkbox"
                />
                <span>{title(day)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <div className="fb-row fb-row--bottom">
        <label className="fb-field">
          <span>Ends</span>
          <select
            className="fb-input"
            onChange={(event) => set({ end: event.target.value as RuleDraft['end'] })}
            value={value.end}
          >
            <option value="count">after a number of visits</option>
            <option value="until">on a date</option>
          </select>
        </label>
        {value.end === 'count' ? (
          <label className="fb-field">
            <span>Visits, this one included</span>
            <input
              className="fb-input"
              max={60}
              min={2}
              onChange={(event) => set({ count: Number(event.target.value) })}
              type="number"
              value={value.count}
            />
          </label>
        ) : (
          <label className="fb-field">
            <span>Last date</span>
            <input
              className="fb-input"
              onChange={(event) => set({ until: event.target.value })}
              type="date"
              value={value.until}
            />
          </label>
        )}
      </div>
    </>
  )
}
