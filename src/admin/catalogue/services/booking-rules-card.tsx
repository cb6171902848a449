'use client'
import { SelectField } from '../../ui/select-field.tsx'
import type { Named, ServiceChoices } from './load-service.ts'
import { NumberField } from './number-field.tsx'
import type { CardProps, ServiceDraft } from './service-draft.ts'
import { Ticks } from './ticks.tsx'

const modes = [
  { value: 'instant', label: 'Customers choose a free time' },
  { value: 'request', label: 'Customers send a request' },
  { value: 'office', label: 'Only the office books it' },
]

const kinds = [
  { value: 'mobile', label: 'At the customer’s address' },
  { value: 'fixed', label: 'At one of your locations' },
  { value: 'remote', label: 'Remotely' },
]

const methods = [
  { value: 'inherit', label: 'As in the booking settings' },
  { value: 'direct', label: 'Assign without asking' },
  { value: 'request', label: 'Ask one person' },
  { value: 'broadcast', label: 'Ask several; the first to accept gets it' },
]

const choicesOf = (named: Named[]) => named.map(({ id, name }) => ({ value: id, label: name }))

const Timing = ({ draft, set }: CardProps) => (
  <details className="fb-details">
    <summary>Buffers, notice and how far ahead</summary>
    <div className="fb-grid-2">
      <NumberField
        {...{ draft, set, min: 0, step: 5, name: 'bufferBeforeMinutes' as const }}
        label="Buffer before, in minutes"
      />
      <NumberField
        {...{ draft, set, min: 0, step: 5, name: 'bufferAfterMinutes' as const }}
        label="Buffer after, in minutes"
      />
      <NumberField
        {...{ draft, set, min: 0, step: 5, name: 'noticeMinutes' as const }}
        label="Notice, in minutes"
        placeholder="As in the settings"
      />
      <NumberField
        {...{ draft, set, min: 1, max: 730, name: 'horizonDays' as const }}
        label="Bookable how many days ahead"
        placeholder="As in the settings"
      />
      <NumberField
        {...{ draft, set, min: 5, step: 5, name: 'slotIntervalMinutes' as const }}
        label="Start times every so many minutes"
        placeholder="As in the settings"
      />
      <NumberField
        {...{ draft, set, min: 1, max: 20, name: 'crewSize' as const }}
        label="People who go together"
      />
    </div>
  </details>
)

/** How the service is booked, where it is done, and what it needs. */
export const BookingRulesCard = ({
  draft,
  set,
  choices,
}: CardProps & { choices: ServiceChoices }) => {
  const setMode = (mode: string) =>
    set(
      mode === 'office'
        ? { bookable: false }
        : { bookable: true, mode: mode as ServiceDraft['mode'] },
    )
  return (
    <section aria-labelledby="rules-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="rules-heading">Booking</h2>
      </div>
      <div className="fb-card__body">
        <div className="fb-grid-2">
          <SelectField
            choices={modes}
            label="Who books it"
            onChange={(event) => setMode(event.target.value)}
            value={draft.bookable ? draft.mode : 'office'}
          />
          <SelectField
            choices={methods}
            label="How it is assigned"
            onChange={(event) => set({ assignmentMethod: event.target.value })}
            value={draft.assignmentMethod}
          />
        </div>
        <label className="fb-check">
          <input
            checked={draft.requiresApproval}
            onChange={(event) => set({ requiresApproval: event.target.checked })}
            type="checkbox"
          />
          <span>The office approves each booking first</span>
        </label>
        <Ticks
          choices={kinds}
          legend="Where it is done"
          onChange={(locationTypes) => set({ locationTypes })}
          value={draft.locationTypes}
        />
        {draft.locationTypes.includes('fixed') ? (
          <Ticks
            choices={choicesOf(choices.locations)}
            hint="None ticked: all of them."
            legend="Locations"
            onChange={(locations) => set({ locations })}
            value={draft.locations}
          />
        ) : null}
        <Ticks
          choices={choicesOf(choices.skills)}
          legend="Skills it needs"
          onChange={(skills) => set({ skills })}
          value={draft.skills}
        />
        <Timing draft={draft} set={set} />
      </div>
    </section>
  )
}
