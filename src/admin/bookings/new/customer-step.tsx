'use client'
import { useEffect } from 'react'
import { callApi } from '../../ui/call-api.ts'
import { type BookingDraft, type DraftCustomer, emptyAddress } from './booking-draft.ts'
import { CustomerSearch } from './customer-search.tsx'
import { NewCustomerFields } from './new-customer-fields.tsx'
import { Step } from './step.tsx'
import type { FoundCustomer } from './use-customer-search.ts'

type CustomerStepProps = {
  draft: BookingDraft
  initialId: string
  maySearch: boolean
  onChange: (part: Partial<BookingDraft>) => void
}

const asDraft = (found: FoundCustomer): DraftCustomer => ({
  id: found.id,
  name: found.name,
  phone: found.phone ?? '',
  email: found.email?.endsWith('.invalid') ? '' : (found.email ?? ''),
})

const Chosen = ({ customer, onClear }: { customer: DraftCustomer; onClear: () => void }) => (
  <div className="fb-chosen">
    <span>
      <strong>{customer.name}</strong>
      <span className="fb-hint">
        {[customer.phone, customer.email].filter(Boolean).join(' · ') || 'No phone or e-mail'}
      </span>
    </span>
    <button className="fb-button fb-button--small" onClick={onClear} type="button">
      Change
    </button>
  </div>
)

/** Who: search first by phone, name or e-mail; a new customer is typed in the same place. */
export const CustomerStep = ({ draft, initialId, maySearch, onChange }: CustomerStepProps) => {
  const { customer } = draft

  useEffect(() => {
    if (!initialId) return
    void callApi<FoundCustomer>(`/api/customers/${initialId}?depth=0`).then((answer) => {
      if (answer.ok) onChange({ customer: asDraft(answer.data) })
    })
  }, [initialId, onChange])

  const clear = () =>
    onChange({
      customer: { id: '', name: '', phone: '', email: '' },
      ...(draft.addressId ? { addressId: '', address: emptyAddress, start: '' } : {}),
    })

  return (
    <Step number={2} title="Customer">
      {customer.id ? <Chosen customer={customer} onClear={clear} /> : null}
      {!customer.id && maySearch ? (
        <CustomerSearch
          onFound={(found) => onChange({ customer: asDraft(found) })}
          onNew={(started) => onChange({ customer: started })}
        />
      ) : null}
      {customer.id ? null : (
        <NewCustomerFields
          customer={customer}
          onChange={(part) => onChange({ customer: { ...customer, ...part } })}
        />
      )}
    </Step>
  )
}
