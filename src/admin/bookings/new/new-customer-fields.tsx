'use client'
import type { DraftCustomer } from './booking-draft.ts'

type NewCustomerFieldsProps = {
  customer: DraftCustomer
  onChange: (part: Partial<DraftCustomer>) => void
}

/** Name, phone and email of somebody who is not on file yet. */
export const NewCustomerFields = ({ customer, onChange }: NewCustomerFieldsProps) => (
  <>
    <h3 className="fb-subhead">New customer</h3>
    <div className="fb-grid-2">
      <label className="fb-field">
        <span>Name</span>
        <input
          autoComplete="off"
          className="fb-input"
          onChange={(event) => onChange({ name: event.target.value })}
          required
          value={customer.name}
        />
      </label>
      <label className="fb-field">
        <span>Phone</span>
        <input
          autoComplete="off"
          className="fb-input"
          inputMode="tel"
          onChange={(event) => onChange({ phone: event.target.value })}
          value={customer.phone}
        />
      </label>
      <label className="fb-field">
        <span>Email</span>
        <input
          autoComplete="off"
          className="fb-input"
          onChange={(event) => onChange({ email: event.target.value })}
          type="email"
          value={customer.email}
        />
      </label>
    </div>
    <p className="fb-hint">
      Phone and email are optional. Without either, no confirmation can be sent.
    </p>
  </>
)
