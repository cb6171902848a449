'use client'
import { type FormEvent, useState } from 'react'
import { currencyDigits } from '../../../domain/words/money-words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { minorOf } from '../../ui/minor-of.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useCommand } from '../use-command.ts'
import type { LineView } from './booking-view.ts'

/** What the reader may change of a service line. */
export type LineRights = { quantity: boolean; price: boolean }

type EditLineDialogProps = {
  line: LineView
  currency: string
  rights: LineRights
  onClose: () => void
}

/** Quantity and price of a service that is booked; totals follow. */
export const EditLineDialog = ({ line, currency, rights, onClose }: EditLineDialogProps) => {
  const { run, busy, errors, setErrors } = useCommand()
  const digits = currencyDigits(currency)
  const listed = (line.unitAmount / 10 ** digits).toFixed(digits)
  const [quantity, setQuantity] = useState(String(line.quantity))
  const [price, setPrice] = useState(listed)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const unitAmount = minorOf(price, currency)
    if (Number.isNaN(unitAmount) || unitAmount < 0) {
      const message = 'Enter the price as an amount, such as 149.00.'
      setErrors([{ code: 'invalid-input', message, field: 'unitAmount' }])
      return
    }
    const body = {
      version: line.version,
      ...(rights.quantity && { quantity: Number(quantity) }),
      ...(rights.price && price !== listed && { unitAmount }),
    }
    const path = `/api/booking-lines/${line.id}?depth=0`
    if (await run({ path, method: 'PATCH', body, success: 'Saved. Totals are updated.' })) onClose()
  }

  return (
    <Dialog onClose={onClose} open title={`Edit ${line.service.name}`}>
      <form className="fb-dialog__body" onSubmit={(event) => void submit(event)}>
        <RefusalNote errors={errors} />
        <div className="fb-grid-2">
          {rights.quantity ? (
            <label className="fb-field">
              <span>Quantity</span>
              <input
                className="fb-input"
                max={1000}
                min={1}
                onChange={(event) => setQuantity(event.target.value)}
                required
                type="number"
                value={quantity}
              />
            </label>
          ) : null}
          {rights.price ? (
            <label className="fb-field">
              <span>Unit price in {currency}</span>
              <input
                className="fb-input"
                inputMode="decimal"
                onChange={(event) => setPrice(event.target.value)}
                value={price}
              />
            </label>
          ) : null}
        </div>
        <p className="fb-hint">
          The visits keep their times and people. The change is recorded in the history.
        </p>
        <div className="fb-row fb-row--end">
          <button className="fb-button" onClick={onClose} type="button">
            Cancel
          </button>
          <button className="fb-button fb-button--primary" disabled={busy} type="submit">
            Save
          </button>
        </div>
      </form>
    </Dialog>
  )
}
