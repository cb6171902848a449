'use client'
import { useEffect, useState } from 'react'
import { callApi, type Refusal } from '../ui/call-api.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import type { ServiceChoice } from './booking-draft.ts'
import { type Person, peoplePath, type PlaceQuery, whyNot } from './people-query.ts'
import { Step } from './step.tsx'

type PersonStepProps = {
  service: ServiceChoice | undefined
  start: string
  place: PlaceQuery
  value: string
  mayAssign: boolean
  mayLeaveOpen: boolean
  onChoose: (person: string) => void
}

/** Who goes: whoever fits best, a named person, or nobody yet. */
export const PersonStep = (props: PersonStepProps) => {
  const { service, start, place, value, mayAssign, mayLeaveOpen, onChoose } = props
  const [people, setPeople] = useState<Person[]>([])
  const [errors, setErrors] = useState<Refusal[]>([])
  const path =
    service && start && mayAssign ? peoplePath({ service: service.id, start, place }) : undefined

  useEffect(() => {
    setPeople([])
    setErrors([])
    if (!path) return
    let current = true
    void callApi<{ people: Person[] }>(path).then((answer) => {
      if (!current) return
      if (answer.ok) setPeople(answer.data.people)
      else setErrors(answer.errors)
    })
    return () => {
      current = false
    }
  }, [path])

  const choices = [
    { id: 'best', name: 'Best fit', hint: 'Whoever is free and suits best', off: false },
    ...people.map((person) => ({
      id: person.id,
      name: person.name,
      hint: whyNot(person),
      off: !person.free && !mayLeaveOpen,
    })),
    ...(mayLeaveOpen
      ? [
          {
            id: 'none',
            name: 'Leave unassigned',
            hint: 'Dispatch finds somebody later',
            off: false,
          },
        ]
      : []),
  ]

  return (
    <Step number={5} title="Who">
      {start ? (
        <fieldset className="fb-who">
          <legend className="fb-sr">Fieldworker</legend>
          {choices.map((choice) => (
            <label className="fb-who__one" key={choice.id}>
              <input
                checked={value === choice.id}
                disabled={choice.off}
                name="person"
                onChange={() => onChoose(choice.id)}
                type="radio"
              />
              <span>
                <strong>{choice.name}</strong>
                <span className="fb-hint">{choice.hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="fb-muted">The people who can take it appear once a time is chosen.</p>
      )}
      <RefusalNote errors={errors} />
    </Step>
  )
}
