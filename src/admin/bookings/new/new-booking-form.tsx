'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { alternativesIn } from '../page/alternatives-in.ts'
import { AssignAnyway } from '../visits/assign-anyway.tsx'
import { overrideIn } from '../visits/override-in.ts'
import { advanceOnEnter } from './advance-on-enter.ts'
import { bodyOf } from './booking-draft.ts'
import { BookingSummary } from './booking-summary.tsx'
import { NeedsNote } from './needs-note.tsx'
import { firstOpenStep, stillNeeded } from './still-needed.ts'
import { useKnownCustomer } from './use-known-customer.ts'
import { useSendBooking } from './use-send-booking.ts'
import { useWizard } from './use-wizard.ts'
import type { WizardProps } from './wizard-props.ts'
import { WizardSteps } from './wizard-steps.tsx'

/** The wizard: four steps, one open at a time, nothing lost on a refusal or on the way back. */
export const NewBookingForm = (props: WizardProps) => {
  const { services, admin } = props
  const router = useRouter()
  const wizard = useWizard(props)
  const { draft, setOpen } = wizard
  const known = useKnownCustomer(props.customerId, wizard.set)
  const { send, isBusy, errors, clear } = useSendBooking()
  const [isLost, setLost] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const service = services.find(({ id }) => id === draft.service)
  const needs = stillNeeded(draft, services)
  const override = overrideIn(errors)

  // The slot has just gone: the next free times come first, everything typed stays.
  useEffect(() => {
    if (!isLost) return
    setLost(false)
    form.current?.querySelector<HTMLElement>('.fb-alternatives .fb-slot')?.focus()
  }, [isLost])

  const book = async (anyway: object = {}) => {
    if (!service) return
    if (needs.length > 0) {
      setOpen(firstOpenStep(needs))
      return
    }
    const answer = await send({ ...bodyOf(draft, service, services), ...anyway })
    if (!Array.isArray(answer)) {
      wizard.forget()
      toast.success(`Booking ${answer.number} created.`)
      router.push(`${admin}/collections/bookings/${answer.id}`)
      return
    }
    if (alternativesIn(answer).length === 0) return
    setOpen('time')
    setLost(true)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void book()
  }

  return (
    <form className="fb-new" noValidate onKeyDown={advanceOnEnter} onSubmit={submit} ref={form}>
      <WizardSteps
        {...props}
        {...{ wizard, known, needs, service }}
        alternatives={alternativesIn(errors)}
        onTime={clear}
      />
      <div className="fb-new__side">
        <BookingSummary {...props} draft={draft} zone={wizard.zone}>
          <RefusalNote errors={errors} />
          {override ? (
            <AssignAnyway
              isBusy={isBusy}
              label="Book anyway"
              onAnyway={(reason) => void book({ override: true, reason })}
              override={override}
            />
          ) : null}
          <NeedsNote needs={needs} />
          <button
            className="fb-button fb-button--primary fb-button--wide"
            disabled={isBusy || needs.length > 0}
            type="submit"
          >
            {isBusy ? 'Booking …' : 'Create booking'}
          </button>
          <p className="fb-hint">Enter goes on to the next field, Ctrl + Enter books.</p>
          <button className="fb-ghost fb-button--small" onClick={wizard.startOver} type="button">
            Clear and start over
          </button>
        </BookingSummary>
      </div>
    </form>
  )
}
