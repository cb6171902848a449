'use client'
import { teamWord } from '../../ui/team-word.ts'
import type { BookingDraft } from './booking-draft.ts'
import { ChosenCustomer } from './chosen-customer.tsx'
import { CustomerSearch } from './customer-search.tsx'
import { NewCustomerFields } from './new-customer-fields.tsx'
import type { FoundCustomer } from './use-customer-search.ts'
import type { DraftChange } from './use-wizard.ts'

type CustomerFieldsProps = {
  draft: BookingDraft
  maySearch: boolean
  onFound: (found: FoundCustomer) => void
  onClear: () => void
  onChange: (part: DraftChange) => void
}

/** Who it is for: somebody on file, or a new customer; and notes. */
export const CustomerFields = (props: CustomerFieldsProps) => {
  const { draft, maySearch, onFound, onClear, onChange } = props
  const { customer } = draft
  return (
    <>
      {customer.id ? <ChosenCustomer customer={customer} onClear={onClear} /> : null}
      {!customer.id && maySearch ? (
        <CustomerSearch onFound={onFound} onNew={(started) => onChange({ customer: started })} />
      ) : null}
      {customer.id ? null : (
        <NewCustomerFields
          customer={customer}
          onChange={(part) => onChange({ customer: { ...customer, ...part } })}
        />
      )}
      <label className="fb-field">
        <span>Notes for the {teamWord().one} and the customer (optional)</span>
        <textarea
          className="fb-input"
          onChange={(event) => onChange({ notes: event.target.value })}
          value={draft.notes}
        />
      </label>
    </>
  )
}
