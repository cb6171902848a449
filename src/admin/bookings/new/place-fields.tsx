'use client'
import { AddressFields } from './address-fields.tsx'
import type { BookingDraft, LocationChoice, ServiceChoice } from './booking-draft.ts'
import { offeredAt } from './offered-at.ts'
import { ChosenCustomer } from './chosen-customer.tsx'
import { CustomerSearch } from './customer-search.tsx'
import type { FoundCustomer } from './use-customer-search.ts'
import type { DraftChange } from './use-wizard.ts'

type PlaceFieldsProps = {
  draft: BookingDraft
  service: ServiceChoice | undefined
  locations: LocationChoice[]
  maySearch: boolean
  onFound: (found: FoundCustomer) => void
  onClear: () => void
  onChange: (part: DraftChange) => void
}

type PartProps = Pick<PlaceFieldsProps, 'draft' | 'locations' | 'onChange' | 'service'>

/** One of the company's locations at which the service is offered. */
const LocationField = ({ draft, service, locations, onChange }: PartProps) => {
  const offered = offeredAt(service, locations)
  return (
    <label className="fb-field">
      <span>Location</span>
      <select
        className="fb-input"
        onChange={(event) => onChange({ location: event.target.value, start: '' })}
        required
        value={draft.location}
      >
        <option disabled value="">
          Choose a location
        </option>
        {offered.map((location) => (
          <option key={location.id} value={location.id}>
            {location.name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Where: at the customer's address, which a customer on file brings along, or at a location. */
export const PlaceFields = (props: PlaceFieldsProps) => {
  const { draft, service, maySearch, onFound, onClear, onChange } = props
  const { customer } = draft
  const isBothWays = !service || (service.mobile && service.locations.length > 0)
  return (
    <>
      {isBothWays ? (
        <div aria-label="Where the work is done" className="fb-row" role="radiogroup">
          {(['address', 'location'] as const).map((at) => (
            <label className="fb-check" key={at}>
              <input
                checked={draft.at === at}
                name="at"
                onChange={() => onChange({ at, start: '' })}
                type="radio"
              />
              <span>{at === 'address' ? 'At the customer’s address' : 'At our location'}</span>
            </label>
          ))}
        </div>
      ) : null}
      {draft.at === 'location' ? <LocationField {...props} /> : null}
      {draft.at === 'address' && customer.id ? (
        <ChosenCustomer customer={customer} onClear={onClear} />
      ) : null}
      {draft.at === 'address' && !customer.id && maySearch ? (
        <CustomerSearch
          label="Customer on file (fills in the address)"
          onFound={onFound}
          onNew={(started) => onChange({ customer: started })}
        />
      ) : null}
      {draft.at === 'address' ? (
        <AddressFields draft={draft} isRequired={!service?.remote} onChange={onChange} />
      ) : null}
    </>
  )
}
