'use client'
import { useEffect, useState } from 'react'
import { callApi, type Refusal } from '../ui/call-api.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { type Person, whyNot } from './people-query.ts'

type WhoGoesProps = {
  /** Path of `GET /app/slots/people`; undefined until a time is chosen. */
  path: string | undefined
  value: string
  mayAssign: boolean
  /** People who are busy can be chosen too: the server says what stands in the way. */
  mayLeaveOpen: boolean
  onChoose: (person: string) => void
  onWhyNot: (person: { id: string; name: string }) => void
}

/** Whoever is free, a named person, or nobody yet; who cannot is listed with the way to ask why. */
export const WhoGoes = (props: WhoGoesProps) => {
  const { path, value, mayAssign, mayLeaveOpen, onChoose, onWhyNot } = props
  const [people, setPeople] = useState<Person[]>([])
  const [errors, setErrors] = useState<Refusal[]>([])

  useEffect(() => {
    setPeople([])
    setErrors([])
    if (!path || !mayAssign) return
    let current = true
    void callApi<{ people: Person[] }>(path).then((answer) => {
      if (!current) return
      if (answer.ok) setPeople(answer.data.people)
      else setErrors(answer.errors)
    })
    return () => {
      current = false
    }
  }, [path, mayAssign])

  if (!path) return <p className="fb-muted">Who can take it appears once a time is chosen.</p>
  const choices = [
    { id: 'any', name: 'Whoever is free', hint: 'Who suits best', isFree: true },
    ...people.map((person) => ({
      ...{ id: person.id, name: person.name },
      ...{ hint: whyNot(person), isFree: person.free },
    })),
    ...(mayLeaveOpen
      ? [{ id: '', name: 'Nobody yet', hint: 'Somebody’s time is kept for it', isFree: true }]
      : []),
  ]
  return (
    <fieldset className="fb-who fb-who--rows">
      <legend className="fb-label">Who</legend>
      {choices.map(({ id, name, hint, isFree }) => (
        <div className="fb-who__row" key={id}>
          <label className="fb-who__one">
            <input
              checked={value === id}
              name="who-goes"
              onChange={() => onChoose(id)}
              type="radio"
            />
            <span>
              <strong>{name}</strong>
              <span className="fb-hint">{hint}</span>
            </span>
          </label>
          {isFree ? null : (
            <button
              aria-label={`Why not ${name}?`}
              className="fb-ghost"
              onClick={() => onWhyNot({ id, name })}
              type="button"
            >
              Why not?
            </button>
          )}
        </div>
      ))}
      <RefusalNote errors={errors} />
    </fieldset>
  )
}
