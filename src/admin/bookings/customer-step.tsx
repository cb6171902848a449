'use client'
import { useEffect, useId, useState } from 'react'
import { callApi } from '../ui/call-api.ts'
import { Glyph } from '../ui/glyph.tsx'
import { type BookingDraft, type DraftCustomer, emptyAddress } from './booking-draft.ts'
import { type FoundCustomer, useCustomerSearch } from './use-customer-search.ts'
import { Step } from './step.tsx'

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
  const list = useId()
  const [asked, setAsked] = useState('')
  const [active, setActive] = useState(0)
  const { found, searched } = useCustomerSearch(maySearch ? asked : '')
  const { customer } = draft
  const set = (part: Partial<DraftCustomer>) => onChange({ customer: { ...customer, ...part } })

  useEffect(() => {
    if (!initialId) return
    void callApi<FoundCustomer>(`/api/customers/${initialId}?depth=0`).then((answer) => {
      if (answer.ok) onChange({ customer: asDraft(answer.data) })
    })
  }, [initialId, onChange])

  const choose = (chosen: FoundCustomer) => {
    setAsked('')
    onChange({ customer: asDraft(chosen) })
  }
  const clear = () =>
    onChange({
      customer: { id: '', name: '', phone: '', email: '' },
      ...(draft.addressId ? { addressId: '', address: emptyAddress, start: '' } : {}),
    })
  const startNew = () => {
    const isPhone = /^\+?[\d\s()-]{5,}$/.test(asked)
    const isEmail = asked.includes('@')
    onChange({
      customer: {
        id: '',
        name: isPhone || isEmail ? '' : asked,
        phone: isPhone ? asked : '',
        email: isEmail ? asked : '',
      },
    })
    setAsked('')
  }
  const onKey = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive((at) => Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(at - 1, 0))
    else if (event.key === 'Enter') {
      const pick = found[active]
      if (pick) choose(pick)
      else if (searched) startNew()
    } else return
    event.preventDefault()
  }

  return (
    <Step number={2} title="Customer">
      {customer.id ? <Chosen customer={customer} onClear={clear} /> : null}
      {!customer.id && maySearch ? (
        <div className="fb-search">
          <label className="fb-field">
            <span>Find by phone, name or e-mail</span>
            <input
              aria-activedescendant={found[active] ? `${list}-${active}` : undefined}
              aria-autocomplete="list"
              aria-controls={list}
              aria-expanded={found.length > 0}
              autoComplete="off"
              className="fb-input"
              onChange={(event) => {
                setAsked(event.target.value)
                setActive(0)
              }}
              onKeyDown={onKey}
              placeholder="0412 345 678"
              role="combobox"
              value={asked}
            />
          </label>
          <ul aria-label="Customers found" className="fb-search__list" id={list} role="listbox">
            {found.map((one, index) => (
              <li
                aria-selected={index === active}
                id={`${list}-${index}`}
                key={one.id}
                onMouseDown={(event) => {
                  event.preventDefault()
                  choose(one)
                }}
                role="option"
              >
                <strong>{one.name}</strong>{' '}
                <span className="fb-muted">
                  {[one.phone, one.email?.endsWith('.invalid') ? '' : one.email]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <p aria-live="polite" className="fb-hint">
            {searched && found.length === 0
              ? `Nobody on file matches “${asked}”. Press Enter to use it for a new customer.`
              : ''}
          </p>
        </div>
      ) : null}
      {customer.id ? null : (
        <>
          <p className="fb-subhead">
            <Glyph name="plus" size={14} /> New customer
          </p>
          <div className="fb-grid-2">
            <label className="fb-field">
              <span>Name</span>
              <input
                autoComplete="off"
                className="fb-input"
                onChange={(event) => set({ name: event.target.value })}
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
                onChange={(event) => set({ phone: event.target.value })}
                value={customer.phone}
              />
            </label>
            <label className="fb-field">
              <span>E-mail</span>
              <input
                autoComplete="off"
                className="fb-input"
                onChange={(event) => set({ email: event.target.value })}
                type="email"
                value={customer.email}
              />
            </label>
          </div>
          <p className="fb-hint">A phone number or an e-mail address is needed.</p>
        </>
      )}
    </Step>
  )
}
