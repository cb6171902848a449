'use client'
import { panelLocale } from '../../ui/panel-locale.ts'
import { listWords } from '../../../domain/words/list-words.ts'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { advanceOnEnter } from './advance-on-enter.ts'
import {
  type BookingDraft,
  bodyOf,
  emptyDraft,
  type LocationChoice,
  type ServiceChoice,
} from './booking-draft.ts'
import { alternativesIn } from '../page/alternatives-in.ts'
import { AssignAnyway } from '../visits/assign-anyway.tsx'
import { BookingSummary } from './booking-summary.tsx'
import { CustomerStep } from './customer-step.tsx'
import { missingIn } from './missing-in.ts'
import { MoreServices } from './more-services.tsx'
import { overrideIn } from '../visits/override-in.ts'
import type { PlaceQuery } from './people-query.ts'
import { PlaceStep } from './place-step.tsx'
import { QuestionsStep } from './questions-step.tsx'
import { ServiceStep } from './service-step.tsx'
import { SlotStep } from './slot-step.tsx'
import { Step } from './step.tsx'
import { WhoGoes } from '../visits/who-goes.tsx'

export type NewBookingFormProps = {
  services: ServiceChoice[]
  locations: LocationChoice[]
  currency: string
  timezone: string
  admin: string
  customerId: string
  /** What the finder had found already. */
  begun: Partial<BookingDraft>
  mayAssign: boolean
  mayLeaveOpen: boolean
  maySearch: boolean
}

const placeOf = (draft: BookingDraft): PlaceQuery =>
  draft.at === 'location' ? { location: draft.location } : { postcode: draft.address.postcode }

/** The phone form: every step on one screen, nothing lost on a refusal. */
export const NewBookingForm = (props: NewBookingFormProps) => {
  const router = useRouter()
  const [draft, setDraft] = useState(() => ({ ...emptyDraft, ...props.begun }))
  const [zone, setZone] = useState(props.timezone)
  const [errors, setErrors] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const [isLost, setLost] = useState(false)
  const sent = useRef({ body: '', key: '' })
  const form = useRef<HTMLFormElement>(null)
  /** The same order sent again, after a lost answer say, is the same order to the server. */
  const keyOf = (body: string): string => {
    if (sent.current.body !== body) sent.current = { body, key: crypto.randomUUID() }
    return sent.current.key
  }
  const set = useCallback(
    (part: Partial<BookingDraft>) => setDraft((before) => ({ ...before, ...part })),
    [],
  )
  // The slot has just gone: the next free times come first, everything typed stays.
  useEffect(() => {
    if (!isLost) return
    setLost(false)
    form.current?.querySelector<HTMLElement>('.fb-alternatives .fb-slot')?.focus()
  }, [isLost])
  const service = props.services.find((known) => known.id === draft.service)
  const place = placeOf(draft)
  const missing = missingIn(draft, service)
  const override = overrideIn(errors)
  const placed = Boolean(place.location) || (place.postcode ?? '').trim().length >= 2

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const send = async (anyway: object = {}) => {
    if (!service) return
    setBusy(true)
    setErrors([])
    const body = { ...bodyOf(draft, service, props.services), ...anyway }
    const key = keyOf(JSON.stringify(body))
    const answer = await callApi<{ id: string; number: string }>('/api/app/bookings', {
      method: 'POST',
      body,
      key,
    })
    setBusy(false)
    if (!answer.ok) {
      setErrors(answer.errors)
      if (alternativesIn(answer.errors).length > 0) setLost(true)
      return
    }
    toast.success(`Booking ${answer.data.number} created.`)
    router.push(`${props.admin}/collections/bookings/${answer.data.id}`)
  }

  return (
    <form className="fb-new" onKeyDown={advanceOnEnter} onSubmit={submit} ref={form}>
      <div className="fb-new__steps">
        <ServiceStep
          onChoose={(chosen) =>
            set({
              service: chosen.id,
              start: '',
              answers: {},
              people: 0,
              at: chosen.mobile ? 'address' : 'location',
            })
          }
          onQuantity={(quantity) => set({ quantity })}
          onPeople={(people) => set({ people })}
          people={draft.people || (service?.crewSize ?? 1)}
          quantity={draft.quantity}
          services={props.services}
          value={draft.service}
        />
        {props.maySearch || !draft.customer.id ? (
          <CustomerStep
            draft={draft}
            initialId={props.customerId}
            maySearch={props.maySearch}
            onChange={set}
          />
        ) : null}
        <PlaceStep draft={draft} locations={props.locations} onChange={set} service={service} />
        <SlotStep
          alternatives={alternativesIn(errors)}
          onChoose={(start) => {
            set({ start, person: 'any' })
            setErrors([])
          }}
          onPerson={(person, start) => {
            set({ start, person: person.id })
            setErrors([])
          }}
          onZone={setZone}
          people={draft.people}
          place={placed ? place : undefined}
          quantity={draft.quantity}
          service={service}
          start={draft.start}
          zone={zone}
        />
        <Step number={5} title="Who">
          <WhoGoes
            mayAssign={props.mayAssign}
            mayLeaveOpen={props.mayLeaveOpen}
            onChoose={(person, start) => set({ person, start })}
            onStart={(start) => set({ start, person: 'any' })}
            value={draft.person}
            work={
              service && draft.start
                ? { service: service.id, start: draft.start, place, zone }
                : undefined
            }
          />
        </Step>
        <MoreServices
          near={draft.start || undefined}
          onChange={(more) => set({ more })}
          place={placed ? place : undefined}
          services={props.services}
          value={draft.more}
          zone={zone}
        />
        <QuestionsStep
          answers={draft.answers}
          notes={draft.notes}
          onAnswers={(answers) => set({ answers })}
          onNotes={(notes) => set({ notes })}
          questions={service?.questions ?? []}
        />
      </div>
      <div className="fb-new__side">
        <BookingSummary
          draft={draft}
          locations={props.locations}
          service={service}
          services={props.services}
          zone={zone}
        >
          <RefusalNote errors={errors} />
          {override ? (
            <AssignAnyway
              isBusy={busy}
              label="Book anyway"
              onAnyway={(reason) => void send({ override: true, reason })}
              override={override}
            />
          ) : null}
          <button
            className="fb-button fb-button--primary fb-button--wide"
            disabled={busy || missing.length > 0}
            type="submit"
          >
            Create booking
          </button>
          <p className="fb-hint">
            {missing.length > 0 ? `Still needed: ${listWords(missing, panelLocale())}. ` : ''}
            Enter goes on to the next field, Ctrl + Enter books.
          </p>
        </BookingSummary>
      </div>
    </form>
  )
}
