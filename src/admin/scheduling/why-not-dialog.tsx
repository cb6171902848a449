'use client'
import { useState } from 'react'
import type { ExplainAnswer, Suggestion } from '../../contracts/scheduling/explain.ts'
import { DayTimeFields } from '../ui/day-time-fields.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { instantAt } from '../ui/instant-at.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { useAnswer } from '../ui/use-answer.ts'
import { When } from '../ui/when.tsx'
import { clock24In, dateIn } from '../ui/zoned-time.ts'
import { wayOf } from './suggestion-words.ts'

export type WhyNotQuestion = {
  service: string
  place?: { postcode?: string | undefined; location?: string | undefined }
  /** A visit in place of the place: its own time does not count as taken. */
  appointment?: string | undefined
  /** Instant to begin with. */
  start: string
  zone: string
  /** Ask about this person first. */
  fieldworker?: { id: string; name: string } | undefined
  /** A visit whose own time does not count as taken. */
  except?: string | undefined
  quantity?: number | undefined
}

type WhyNotDialogProps = WhyNotQuestion & {
  /** Takes another time; absent where only a person can be chosen. */
  onStart?: ((start: string) => void) | undefined
  /** Takes a person for the time that was asked about. */
  onPerson?: ((person: { id: string; name: string }, start: string) => void) | undefined
  onClose: () => void
}

const placeOf = ({ place = {} }: WhyNotQuestion): Record<string, string> => {
  if (place.location) return { location: place.location }
  return place.postcode ? { postcode: place.postcode } : {}
}

const pathOf = (question: WhyNotQuestion, start: string, person: string | undefined) =>
  `/api/app/slots/explain?${new URLSearchParams({
    start,
    ...(question.appointment
      ? { appointment: question.appointment }
      : { service: question.service, ...placeOf(question) }),
    ...(person ? { fieldworker: person } : {}),
    ...(question.except ? { except: question.except } : {}),
    ...(question.quantity && question.quantity > 1 ? { quantity: `${question.quantity}` } : {}),
  })}`

/** "Why not this time?": causes in order, for all and for each person, and what would help. */
export const WhyNotDialog = (props: WhyNotDialogProps) => {
  const { zone, fieldworker, onStart, onPerson, onClose } = props
  const [date, setDate] = useState(dateIn(props.start, zone))
  const [time, setTime] = useState(clock24In(props.start, zone))
  const [isOne, setOne] = useState(fieldworker !== undefined)
  const start = instantAt(date, time, zone)
  const asked = start ?? props.start
  const person = isOne ? fieldworker?.id : undefined
  const { answer, errors } = useAnswer<ExplainAnswer>(pathOf(props, asked, person))

  const take = (suggestion: Suggestion) => {
    if (suggestion.kind === 'person' && suggestion.fieldworker)
      onPerson?.(suggestion.fieldworker, asked)
    else onStart?.(suggestion.start ?? asked)
    onClose()
  }

  return (
    <Dialog
      onClose={onClose}
      open
      shape="side"
      title={isOne && fieldworker ? `Why not ${fieldworker.name}?` : 'Why not this time?'}
    >
      {/* It may stand within a form, which Enter in its fields must not send. */}
      <div
        className="fb-dialog__body"
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
            event.preventDefault()
        }}
      >
        <div className="fb-grid-2">
          <DayTimeFields date={date} onDate={setDate} onTime={setTime} time={time} zone={zone} />
        </div>
        {start ? null : (
          <p className="fb-error">The clocks jump over this time. Choose another one.</p>
        )}
        {fieldworker ? (
          <label className="fb-check">
            <input
              checked={isOne}
              onChange={(event) => setOne(event.target.checked)}
              type="checkbox"
            />
            <span>Only {fieldworker.name}</span>
          </label>
        ) : null}
        <RefusalNote errors={errors} />
        <div aria-busy={!answer && errors.length === 0} aria-live="polite" className="fb-whynot">
          {answer ? (
            <Explained answer={answer} onStart={onStart} onTake={take} props={props} />
          ) : null}
        </div>
      </div>
    </Dialog>
  )
}

const aboutPerson = new Set(['inactive', 'blocked', 'service', 'skill', 'area', 'location'])

/** How far somebody is from being able: what is about the person weighs more than their time. */
const farness = (causes: readonly { code: string }[]): number =>
  causes.reduce((sum, { code }) => sum + (aboutPerson.has(code) ? 10 : 1), 0)

type ExplainedProps = {
  answer: ExplainAnswer
  props: WhyNotDialogProps
  onStart: WhyNotDialogProps['onStart']
  onTake: (suggestion: Suggestion) => void
}

const Explained = ({ answer, props, onTake }: ExplainedProps) => {
  const { causes, people, suggestions, possible, available, needed } = answer
  const free = people.filter((person) => person.possible)
  const others = people
    .filter((person) => !person.possible)
    .toSorted((a, b) => farness(a.causes) - farness(b.causes))
  const ways = suggestions
    .map((suggestion) => ({
      suggestion,
      way: wayOf(suggestion, {
        service: props.service,
        from: answer.start,
        hasStart: props.onStart !== undefined,
        hasPerson: props.onPerson !== undefined,
      }),
    }))
    .filter(({ way }) => way.does ?? way.href)
  const one = people.length === 1 ? people[0] : undefined
  const about = one
    ? `${one.name} ${one.possible ? 'can' : 'cannot'} take it.`
    : `it needs ${needed === 1 ? '1 person' : `${needed} people`}, ${available === 0 ? 'no one' : available} can take it.`
  return (
    <>
      <p className={possible ? 'fb-notice' : 'fb-notice fb-notice--warn'}>
        <Glyph name={possible ? 'check' : 'warn'} />
        <span>
          <When end={answer.end} start={answer.start} zone={answer.timezone} />{' '}
          {possible ? 'is free' : 'is not offered'}: {about}
        </span>
      </p>
      {causes.length > 0 ? (
        <section aria-labelledby="whynot-all">
          <h3 className="fb-subhead" id="whynot-all">
            For everybody
          </h3>
          <ol className="fb-causes">
            {causes.map((cause) => (
              <li key={cause.code}>{cause.message}</li>
            ))}
          </ol>
        </section>
      ) : null}
      {ways.length > 0 ? (
        <section aria-labelledby="whynot-ways">
          <h3 className="fb-subhead" id="whynot-ways">
            What would make it possible
          </h3>
          <ul className="fb-people">
            {ways.map(({ suggestion, way }) => (
              <li className="fb-person" key={`${suggestion.kind}${suggestion.message}`}>
                <span>
                  <strong>{way.words}</strong>
                  {suggestion.message === `${way.words}.` ? null : (
                    <span className="fb-hint">{suggestion.message}</span>
                  )}
                </span>
                {way.does ? (
                  <button
                    aria-label={`${way.does}: ${way.words}`}
                    className="fb-button fb-button--primary"
                    onClick={() => onTake(suggestion)}
                    type="button"
                  >
                    {way.does}
                  </button>
                ) : null}
                {way.href ? (
                  <a className="fb-button" href={way.href} rel="noreferrer" target="_blank">
                    {way.opens}
                  </a>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="whynot-people">
          <h3 className="fb-subhead" id="whynot-people">
            Person by person
          </h3>
          <ul className="fb-people">
            {others.map((person) => (
              <li className="fb-person fb-person--off" key={person.id}>
                <span>
                  <strong>{person.name}</strong>
                  <ol className="fb-causes">
                    {person.causes.map((cause) => (
                      <li key={`${cause.code}${cause.message}`}>{cause.message}</li>
                    ))}
                  </ol>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {free.length > 0 ? (
        <section aria-labelledby="whynot-free">
          <h3 className="fb-subhead" id="whynot-free">
            Free then
          </h3>
          <ul className="fb-people">
            {free.map(({ id, name }) => (
              <li className="fb-person" key={id}>
                <strong>{name}</strong>
                {props.onPerson && causes.length === 0 ? (
                  <button
                    aria-label={`Choose ${name}`}
                    className="fb-button"
                    onClick={() =>
                      onTake({ kind: 'person', message: '', fieldworker: { id, name } })
                    }
                    type="button"
                  >
                    Choose
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
