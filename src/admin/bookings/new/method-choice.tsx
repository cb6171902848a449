/** How a fieldworker can be given a visit, as the office chooses it. */
const methods = [
  { value: 'inherit', label: 'Service default' },
  { value: 'direct', label: 'Assign at once' },
  { value: 'request', label: 'Ask to accept' },
]

/** What to send of the choice: nothing where the service decides. */
export const methodIn = (chosen: string) => (chosen === 'inherit' ? {} : { method: chosen })

/** How the visit is given to somebody; `inherit` leaves it to the service. */
export const MethodChoice = (props: { value: string; onChange: (value: string) => void }) => (
  <fieldset className="fb-choices">
    <legend className="fb-label">How</legend>
    {methods.map(({ value, label }) => (
      <label className="fb-check" key={value}>
        <input
          checked={props.value === value}
          name="method"
          onChange={() => props.onChange(value)}
          type="radio"
        />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
)
