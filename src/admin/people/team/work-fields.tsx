'use client'
import { TickList } from '../../ui/tick-list.tsx'
import type { TeamChoices } from './load-person.ts'
import type { PartProps } from './person-fields.tsx'

type WorkFieldsProps = PartProps & { choices: TeamChoices }

/** What somebody does, and where. */
export const WorkFields = ({ draft, choices, isDisabled, onChange }: WorkFieldsProps) => {
  const allServices = choices.services.map(({ value }) => value)
  const hasAll = allServices.every((id) => draft.services.includes(id))
  return (
    <>
      <TickList
        choices={choices.services}
        chosen={draft.services}
        isDisabled={isDisabled}
        legend="Services"
        onChange={(services) => onChange({ services })}
      />
      {isDisabled || choices.services.length < 3 ? null : (
        <button
          className="fb-button fb-button--small fb-ticks__all"
          onClick={() => onChange({ services: hasAll ? [] : allServices })}
          type="button"
        >
          {hasAll ? 'Clear all services' : 'Select all services'}
        </button>
      )}
      <TickList
        choices={choices.skills}
        chosen={draft.skills}
        hint="Some services need a skill."
        isDisabled={isDisabled}
        legend="Skills"
        onChange={(skills) => onChange({ skills })}
      />
      <TickList
        choices={choices.areas}
        chosen={draft.areas}
        hint="None selected means every area."
        isDisabled={isDisabled}
        legend="Areas"
        onChange={(areas) => onChange({ areas })}
      />
      {choices.locations.length > 0 ? (
        <TickList
          choices={choices.locations}
          chosen={draft.locations}
          hint="None selected means every location."
          isDisabled={isDisabled}
          legend="Locations"
          onChange={(locations) => onChange({ locations })}
        />
      ) : null}
    </>
  )
}
