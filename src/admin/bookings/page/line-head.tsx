'use client'
import { amountText } from '../../ui/amount.ts'
import { Glyph } from '../../ui/glyph.tsx'
import type { LineView } from './booking-view.ts'

type LineHeadProps = {
  line: LineView
  visits: number
  currency: string
  showPrice: boolean
  /** How tax stands to the price: `incl. tax`. */
  taxWords: string
  /** Undefined where nothing can be added or taken off. */
  onAdd: (() => void) | undefined
  onRemove: (() => void) | undefined
  /** Undefined where neither quantity nor price is the reader's to change. */
  onEdit: (() => void) | undefined
}

/** One service of the booking: what, how many, at what price, and what can be done with it. */
export const LineHead = (props: LineHeadProps) => {
  const { line, visits, onAdd, onRemove, onEdit } = props
  const isOff = line.quantity === 0
  return (
    <div className="fb-line">
      <div>
        <h3>
          {line.service.name}
          {line.quantity > 1 ? ` × ${line.quantity}` : ''}
        </h3>
        <p className="fb-muted">
          {isOff ? 'Taken off the booking. ' : ''}
          {line.description && line.description !== line.service.name
            ? `${line.description}. `
            : ''}
          {props.showPrice && !isOff
            ? `${amountText(line.totalAmount, props.currency)} ${props.taxWords}`
            : ''}
        </p>
        {line.answers.length > 0 ? (
          <dl className="fb-answers">
            {line.answers.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {visits === 0 ? <p className="fb-hint">No visit yet.</p> : null}
      </div>
      {isOff ? null : (
        <div className="fb-row">
          {onAdd ? (
            <button
              aria-label={`Add a visit of ${line.service.name}`}
              className="fb-button fb-button--small"
              onClick={onAdd}
              type="button"
            >
              <Glyph name="plus" /> Add a visit
            </button>
          ) : null}
          {onEdit ? (
            <button
              aria-label={`Edit ${line.service.name}`}
              className="fb-ghost fb-button--small"
              onClick={onEdit}
              type="button"
            >
              Edit…
            </button>
          ) : null}
          {onRemove ? (
            <button
              aria-label={`Remove ${line.service.name}`}
              className="fb-ghost fb-button--small"
              onClick={onRemove}
              type="button"
            >
              Remove…
            </button>
          ) : null}
        </div>
      )}
    </div>
  )
}
