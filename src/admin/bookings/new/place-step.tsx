'use client'
import { useEffect, useState } from 'react'
import { callApi } from '../../ui/call-api.ts'
import {
  type BookingDraft,
  type DraftAddress,
  emptyAddress,
  type LocationChoice,
  type ServiceChoice,
} from './booking-draft.ts'
import { Step } from './step.tsx'

type PlaceStepProps = {
  draft: BookingDraft
  service: ServiceChoice | undefined
  locations: LocationChoice[]
  onChange: (part: Partial<BookingDraft>) => void
}

type OnFile = { id: string; label?: string | null } & {
  [Key in keyof DraftAddress]?: string | null
}

const addressFields = [
  { key: 'line1', label: 'Street', required: true },
  { key: 'suburb', label: 'Suburb', required: false },
  { key: 'postcode', label: 'Postcode', required: true },
  { key: 'region', label: 'State', required: false },
  { key: 'accessNotes', label: 'Access notes', required: false },
] as const

const fromFile = (one: OnFile): DraftAddress => ({
  line1: one.line1 ?? '',
  line2: one.line2 ?? '',
  suburb: one.suburb ?? '',
  postcode: one.postcode ?? '',
  region: one.region ?? '',
  accessNotes: one.accessNotes ?? '',
})

/** The addresses on file of a known customer. */
const useAddresses = (customer: string): OnFile[] => {
  const [onFile, setOnFile] = useState<OnFile[]>([])
  useEffect(() => {
    setOnFile([])
    if (!customer) return
    const query = new URLSearchParams({ limit: '20', depth: '0' })
    query.set('where[customer][equals]', customer)
    void callApi<{ docs: OnFile[] }>(`/api/addresses?${query}`).then((answer) => {
      if (answer.ok) setOnFile(answer.data.docs)
    })
  }, [customer])
  return onFile
}

/** Where: at the customer's address or at one of the company's locations. */
export const PlaceStep = ({ draft, service, locations, onChange }: PlaceStepProps) => {
  const onFile = useAddresses(draft.customer.id)
  const offered = locations.filter(
    ({ id }) => !service || service.locations.length === 0 || service.locations.includes(id),
  )
  const set = (part: Partial<DraftAddress>) =>
    onChange({
      address: { ...draft.address, ...part },
      addressId: '',
      ...('postcode' in part ? { start: '' } : {}),
    })
  const bothWays = !service || (service.mobile && service.locations.length > 0)

  return (
    <Step number={3} title="Where">
      {bothWays ? (
        <div className="fb-row" role="radiogroup" aria-label="Where the work is done">
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
      {draft.at === 'location' ? (
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
      ) : (
        <>
          {onFile.length > 0 ? (
            <div className="fb-row" role="group" aria-label="Addresses on file">
              {onFile.map((one) => (
                <button
                  aria-pressed={draft.addressId === one.id}
                  className="fb-chip"
                  key={one.id}
                  onClick={() => onChange({ addressId: one.id, address: fromFile(one), start: '' })}
                  type="button"
                >
                  {[one.label, one.line1, one.suburb].filter(Boolean).join(', ')}
                </button>
              ))}
              <button
                aria-pressed={draft.addressId === ''}
                className="fb-chip"
                onClick={() => onChange({ addressId: '', address: emptyAddress, start: '' })}
                type="button"
              >
                Another address
              </button>
            </div>
          ) : null}
          <div className="fb-address-grid">
            {addressFields.map(({ key, label, required }) => (
              <label className={`fb-field fb-address-grid__${key}`} key={key}>
                <span>{label}</span>
                <input
                  autoComplete="off"
                  className="fb-input"
                  onChange={(event) => set({ [key]: event.target.value })}
                  readOnly={draft.addressId !== ''}
                  required={required}
                  value={draft.address[key]}
                />
              </label>
            ))}
          </div>
        </>
      )}
    </Step>
  )
}
