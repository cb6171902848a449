import { useState } from 'react'
import type { CountryDefaults } from '../../../domain/setup/country-defaults.ts'
import { ownZone } from '../../ui/listed-values.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { proposedBy } from './start-draft.ts'
import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

type CompanyStepProps = StepProps & { countries: CountryDefaults[] }

/** Name and contact; the country proposes time zone, currency and format. */
export const CompanyStep = ({ draft, onChange, countries }: CompanyStepProps) => {
  const [isOpen, setOpen] = useState(false)
  const { company } = draft
  const set = (part: Partial<typeof company>) => onChange({ company: { ...company, ...part } })
  const country = countries.find(({ code }) => code === company.country)
  const choose = (code: string) => {
    const chosen = countries.find((each) => each.code === code)
    set(chosen ? proposedBy(chosen, ownZone()) : { country: '' })
  }
  return (
    <>
      <TextField
        autoComplete="organization"
        label="Company name"
        onText={(name) => set({ name })}
        value={company.name}
      />
      <div className="fb-grid-2">
        <TextField
          autoComplete="email"
          hint="Customers see it and reply to it."
          label="Email"
          onText={(email) => set({ email })}
          type="email"
          value={company.email}
        />
        <TextField
          autoComplete="tel"
          label="Phone (optional)"
          onText={(phone) => set({ phone })}
          type="tel"
          value={company.phone}
        />
      </div>
      <SelectField
        choices={countries.map(({ code, name }) => ({ value: code, label: name }))}
        label="Country"
        none="Choose a country"
        onChange={(event) => choose(event.target.value)}
        value={company.country}
      />
      {country && !isOpen ? (
        <p className="fb-start__proposal">
          Time zone {company.timezone.replaceAll('_', ' ')} · {company.currency} · dates and prices
          as in {company.locale}{' '}
          <button className="fb-ghost" onClick={() => setOpen(true)} type="button">
            Change
          </button>
        </p>
      ) : null}
      {country && isOpen ? (
        <div className="fb-grid-2">
          <SelectField
            choices={country.zones.map((zone) => ({
              value: zone,
              label: zone.replaceAll('_', ' '),
            }))}
            label="Time zone"
            onChange={(event) => set({ timezone: event.target.value })}
            value={company.timezone}
          />
          <TextField
            label="Currency"
            onText={(currency) => set({ currency })}
            value={company.currency}
          />
          <TextField label="Format" onText={(locale) => set({ locale })} value={company.locale} />
        </div>
      ) : null}
    </>
  )
}
