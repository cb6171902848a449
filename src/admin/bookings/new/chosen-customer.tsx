import type { DraftCustomer } from './booking-draft.ts'

/** A customer on file who was chosen, and the way to another one. */
export const ChosenCustomer = (props: { customer: DraftCustomer; onClear: () => void }) => (
  <div className="fb-chosen">
    <span>
      <strong>{props.customer.name}</strong>
      <span className="fb-hint">
        {[props.customer.phone, props.customer.email].filter(Boolean).join(' · ') ||
          'No phone or email'}
      </span>
    </span>
    <button className="fb-button fb-button--small" onClick={props.onClear} type="button">
      Another customer
    </button>
  </div>
)
