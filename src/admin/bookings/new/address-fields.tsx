'use client'
import { useAnswer } from '../../ui/use-answer.ts'
import { type AddressOnFile, addressesPath, atAddress } from './addresses-on-file.ts'
import { type BookingDraft, type DraftAddress, emptyAddress } from './booking-draft.ts'

type AddressFieldsProps = {
  draft: BookingDraft
  isRequired: boolean
  onChange: (part: Partial<BookingDraft>) => void
}

const fields = [
  { key: 'line1', label: 'Street', isNeeded: true },
  { key: 'suburb', label: 'Suburb', isNeeded: false },
  { key: 'postcode', label: 'Postcode', isNeeded: true },
  { key: 'region', label: 'State', isNeeded: false },
  { key: 'accessNotes', label: 'Access notes', isNeeded: false },
] as const

/** An address on file of the customer, or one that is typed. */
export const AddressFields = ({ draft, isRequired, onChange }: AddressFieldsProps) => {
  const customer = draft.customer.id
  const { answer } = useAnswer<{ docs: AddressOnFile[] }>(
    customer ? addressesPath(customer) : undefined,
  )
  const onFile = answer?.docs ?? []
  const set = (part: Partial<DraftAddress>) =>
    onChange({
      address: { ...draft.address, ...part },
      addressId: '',
      ...('postcode' in part ? { start: '' } : {}),
    })
  return (
    <>
      {onFile.length > 0 ? (
        <div aria-label="Addresses on file" className="fb-row" role="group">
          {onFile.map((one) => (
            <button
              aria-pressed={draft.addressId === one.id}
              className="fb-chip"
              key={one.id}
              onClick={() => onChange(atAddress(draft, one))}
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
      {draft.addressId ? null : (
        <div className="fb-address-grid">
          {fields.map(({ key, label, isNeeded }) => (
            <label className={`fb-field fb-address-grid__${key}`} key={key}>
              <span>{label}</span>
              <input
                autoComplete="off"
                className="fb-input"
                onChange={(event) => set({ [key]: event.target.value })}
                required={isNeeded && isRequired}
                value={draft.address[key]}
              />
            </label>
          ))}
        </div>
      )}
    </>
  )
}
