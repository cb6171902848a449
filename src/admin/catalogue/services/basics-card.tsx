'use client'
import { slugOf } from '../../../domain/catalogue/slug.ts'
import { SelectField } from '../../ui/select-field.tsx'
import type { Named } from './load-service.ts'
import { NumberField } from './number-field.tsx'
import type { CardProps, ServiceDraft } from './service-draft.ts'

type BasicsCardProps = CardProps & { categories: Named[]; currency: string; isNew: boolean }

const models = [
  { value: 'job', label: 'For the job' },
  { value: 'time', label: 'An hour' },
  { value: 'unit', label: 'A unit' },
] as const

/** Name, duration and price: what a service cannot do without. */
export const BasicsCard = ({ draft, set, categories, currency, isNew }: BasicsCardProps) => (
  <section aria-labelledby="basics-heading" className="fb-card">
    <div className="fb-card__head">
      <h2 id="basics-heading">Service</h2>
    </div>
    <div className="fb-card__body">
      <div className="fb-grid-2">
        <label className="fb-field">
          <span>Name</span>
          <input
            autoComplete="off"
            className="fb-input"
            onChange={(event) => set({ name: event.target.value })}
            required
            value={draft.name}
          />
          <span className="fb-hint">
            Address: /book/{isNew ? slugOf(draft.name) || '…' : draft.slug}
          </span>
        </label>
        <SelectField
          choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
          label="Category"
          none="None"
          onChange={(event) => set({ category: event.target.value })}
          value={draft.category}
        />
        <NumberField
          draft={draft}
          label="Duration in minutes"
          max={10_080}
          min={5}
          name="durationMinutes"
          required
          set={set}
          step={5}
        />
        <label className="fb-field">
          <span>Price in {currency}</span>
          <input
            autoComplete="off"
            className="fb-input"
            inputMode="decimal"
            onChange={(event) => set({ price: event.target.value })}
            placeholder="On request"
            value={draft.price}
          />
        </label>
        <SelectField
          choices={models}
          label="The price is"
          onChange={(event) =>
            set({ priceModel: event.target.value as ServiceDraft['priceModel'] })
          }
          value={draft.priceModel}
        />
        <NumberField
          draft={draft}
          label="Tax in percent"
          max={100}
          min={0}
          name="taxPercent"
          placeholder="As in the settings"
          set={set}
        />
      </div>
      <label className="fb-field">
        <span>Description</span>
        <textarea
          className="fb-input"
          onChange={(event) => set({ description: event.target.value })}
          value={draft.description}
        />
      </label>
    </div>
  </section>
)
