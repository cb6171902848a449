'use client'
import { type KeyboardEvent, useId, useState } from 'react'
import { addressNobodyReads } from '../../../domain/people/no-email.ts'
import { phoneDigits } from '../../../domain/people/phone-digits.ts'
import type { DraftCustomer } from './booking-draft.ts'
import { type FoundCustomer, useCustomerSearch } from './use-customer-search.ts'

type CustomerSearchProps = {
  onFound: (found: FoundCustomer) => void
  /** Nobody on file: what was typed, as the beginning of a new customer. */
  onNew: (customer: DraftCustomer) => void
}

const asNew = (asked: string): DraftCustomer => {
  const isPhone = (phoneDigits(asked) ?? '').length >= 5
  const isEmail = asked.includes('@')
  return {
    id: '',
    name: isPhone || isEmail ? '' : asked,
    phone: isPhone ? asked : '',
    email: isEmail ? asked : '',
  }
}

/** Finds a customer on file by phone, name or e-mail; arrows and Enter choose. */
export const CustomerSearch = ({ onFound, onNew }: CustomerSearchProps) => {
  const list = useId()
  const [asked, setAsked] = useState('')
  const [active, setActive] = useState(0)
  const { found, searched } = useCustomerSearch(asked)

  const choose = (chosen: FoundCustomer) => {
    setAsked('')
    onFound(chosen)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive((at) => Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(at - 1, 0))
    else if (event.key === 'Enter') {
      const pick = found[active]
      if (pick) choose(pick)
      else if (searched) {
        onNew(asNew(asked))
        setAsked('')
      }
    } else return
    event.preventDefault()
  }

  return (
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
              {[one.phone, addressNobodyReads(one.email ?? '') ? '' : one.email]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="fb-hint">
        {searched && found.length === 0
          ? `No customer matches “${asked}”. Press Enter to use it for a new customer.`
          : ''}
      </p>
    </div>
  )
}
