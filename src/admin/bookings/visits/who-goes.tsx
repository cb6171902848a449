'use client'
import { useId, useState } from 'react'
import type { SlotPeopleAnswer } from '../../../contracts/scheduling/slots.ts'
import { WhyNotDialog } from '../../scheduling/why-not-dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { peoplePath, type PlaceQuery, whyNot } from '../new/people-query.ts'

type Work = { service: string; start: string; end?: string; place: PlaceQuery; zone: string }

type WhoGoesProps = {
  /** The work somebody is wanted for; undefined until its time is chosen. */
  work: Work | undefined
  /** A fieldworker's id, `any` for the best fit, empty to leave it unassigned. */
  value: string
  mayAssign: boolean
  /** Unassigned, and people who are busy: the server says what stands in the way. */
  mayLeaveOpen: boolean
  onChoose: (person: string, start: string, name: string) => void
  /** Takes another time for the person asked about; absent where the time is settled. */
  onStart?: (start: string) => void
}

const best = {
  id: 'any',
  name: 'Best fit',
  hint: 'The best match who is free',
  isFree: true,
}
const nobody = {
  ...{ id: '', name: 'Unassigned' },
  ...{ hint: 'Assign someone later', isFree: true },
}
const isNamed = (id: string) => id !== best.id && id !== nobody.id

/** The best fit, a named person, or unassigned; busy people are listed with the way to ask why. */
export const WhoGoes = (props: WhoGoesProps) => {
  const { work, value, mayAssign, mayLeaveOpen, onChoose, onStart } = props
  const [asked, setAsked] = useState<{ id: string; name: string }>()
  const group = useId()
  const path = work && mayAssign ? peoplePath(work) : undefined
  const { answer, errors } = useAnswer<SlotPeopleAnswer>(path)

  if (!work)
    return <p className="fb-muted">The people who can take it appear once a time is chosen.</p>
  const people = (answer?.people ?? []).map((person) => ({
    ...{ id: person.id, name: person.name },
    ...{ hint: whyNot(person), isFree: person.free },
  }))
  const isWaiting = path !== undefined && !answer && errors.length === 0
  return (
    <>
      <fieldset aria-busy={isWaiting} className="fb-who">
        <legend className="fb-sr">Who goes</legend>
        {[best, ...people, ...(mayLeaveOpen ? [nobody] : [])].map(({ id, name, hint, isFree }) => (
          <div className="fb-who__one" key={id}>
            <label>
              <input
                checked={value === id}
                disabled={!isFree && !mayLeaveOpen}
                name={group}
                onChange={() => onChoose(id, work.start, isNamed(id) ? name : '')}
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
                className="fb-ghost fb-button--small"
                onClick={() => setAsked({ id, name })}
                type="button"
              >
                Why not?
              </button>
            )}
          </div>
        ))}
      </fieldset>
      {isWaiting ? <p className="fb-hint">Looking for who is free then …</p> : null}
      <RefusalNote errors={errors} />
      {asked ? (
        <WhyNotDialog
          {...work}
          fieldworker={asked}
          onClose={() => setAsked(undefined)}
          onPerson={({ id, name }, start) => onChoose(id, start, name)}
          onStart={onStart}
        />
      ) : null}
    </>
  )
}
