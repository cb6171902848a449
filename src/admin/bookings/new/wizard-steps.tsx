'use client'
import { type ComponentProps, useState } from 'react'
import type { SlotAnswer } from '../../../contracts/scheduling/slots.ts'
import { WhoGoes } from '../visits/who-goes.tsx'
import type { ServiceChoice } from './booking-draft.ts'
import { CustomerFields } from './customer-fields.tsx'
import { MoreServices } from './more-services.tsx'
import { missingWords } from './needs-note.tsx'
import type { PlaceQuery } from './people-query.ts'
import { PlaceFields } from './place-fields.tsx'
import { ServiceFields } from './service-fields.tsx'
import { SlotFields } from './slot-fields.tsx'
import { Step } from './step.tsx'
import { stepLines } from './step-lines.ts'
import { isReachable, type Need, type StepKey, stepKeys } from './still-needed.ts'
import type { useKnownCustomer } from './use-known-customer.ts'
import type { useWizard } from './use-wizard.ts'
import type { WizardProps } from './wizard-props.ts'

type WizardStepsProps = WizardProps & {
  wizard: ReturnType<typeof useWizard>
  known: ReturnType<typeof useKnownCustomer>
  needs: Need[]
  service: ServiceChoice | undefined
  /** Offered by the server when the chosen slot was lost. */
  alternatives: SlotAnswer[]
  /** A time was chosen: what was refused before is settled. */
  onTime: () => void
}

const placeOf = ({ wizard: { draft }, service }: WizardStepsProps): PlaceQuery | undefined => {
  if (draft.at === 'location') return draft.location ? { location: draft.location } : undefined
  const postcode = draft.address.postcode.trim()
  if (postcode.length >= 2) return { postcode }
  return service?.remote ? {} : undefined
}

/** What each step has in common: its line, what it misses, and the way to the others. */
const useSteps = (props: WizardStepsProps) => {
  const { wizard, needs, services, locations } = props
  const { draft, open, setOpen, zone } = wizard
  const [tried, setTried] = useState<StepKey>()
  const lines = stepLines(draft, { services, locations, zone })

  const goOn = (step: StepKey) => {
    if (needs.some((need) => need.step === step)) return setTried(step)
    const next = stepKeys[stepKeys.indexOf(step) + 1]
    if (next) setOpen(next)
  }
  return (step: StepKey): Omit<ComponentProps<typeof Step>, 'children'> => {
    const missing = missingWords(needs, step)
    return {
      ...{ step, open, line: lines[step], onOpen: setOpen, onNext: () => goOn(step) },
      isDone: missing === '' && lines[step] !== '',
      isReachable: isReachable(step, needs),
      missing: tried === step ? missing : '',
    }
  }
}

const ServiceStep = (props: WizardStepsProps) => {
  const { wizard, known, service, services, locations, maySearch } = props
  const { draft, set, zone } = wizard
  return (
    <>
      <ServiceFields draft={draft} onChange={set} services={services} />
      <MoreServices
        near={draft.start || undefined}
        onChange={(more) => set({ more })}
        place={placeOf(props)}
        services={services}
        value={draft.more}
        zone={zone}
      />
      <PlaceFields
        draft={draft}
        locations={locations}
        maySearch={maySearch}
        onChange={set}
        onClear={known.clear}
        onFound={known.choose}
        service={service}
      />
    </>
  )
}

const TimeStep = (props: WizardStepsProps) => {
  const { wizard, service, alternatives, onTime } = props
  const { draft, set, setOpen, setZone, zone } = wizard
  const choose = (start: string, person = { id: 'any', name: '' }) => {
    set({ start, person: person.id, personName: person.name })
    onTime()
    setOpen('person')
  }
  return (
    <SlotFields
      alternatives={alternatives}
      onChoose={(start) => choose(start)}
      onPerson={(person, start) => choose(start, person)}
      onZone={setZone}
      people={draft.people}
      place={placeOf(props)}
      quantity={draft.quantity}
      service={service}
      start={draft.start}
      zone={zone}
    />
  )
}

const PersonStep = (props: WizardStepsProps) => {
  const { wizard, service } = props
  const { draft, set, zone } = wizard
  const place = placeOf(props)
  return (
    <WhoGoes
      mayAssign={props.mayAssign}
      mayLeaveOpen={props.mayLeaveOpen}
      onChoose={(person, start, personName) => set({ person, start, personName })}
      onStart={(start) => set({ start, person: 'any', personName: '' })}
      value={draft.person}
      work={
        service && place && draft.start
          ? { service: service.id, start: draft.start, place, zone }
          : undefined
      }
    />
  )
}

/** The four steps of a new booking (seed 003), one open at a time. */
export const WizardSteps = (props: WizardStepsProps) => {
  const { wizard, known, maySearch } = props
  const stepOf = useSteps(props)
  return (
    <div className="fb-new__steps">
      <Step {...stepOf('service')}>
        <ServiceStep {...props} />
      </Step>
      <Step {...stepOf('time')}>
        <TimeStep {...props} />
      </Step>
      <Step {...stepOf('person')}>
        <PersonStep {...props} />
      </Step>
      <Step {...stepOf('customer')}>
        <CustomerFields
          draft={wizard.draft}
          maySearch={maySearch}
          onChange={wizard.set}
          onClear={known.clear}
          onFound={known.choose}
        />
      </Step>
    </div>
  )
}
