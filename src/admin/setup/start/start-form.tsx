'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { StartedCompany } from '../../../contracts/setup/start-company.ts'
import type { CountryDefaults } from '../../../domain/setup/country-defaults.ts'
import { listWords } from '../../../domain/words/list-words.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { CompanyStep } from './company-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { ServiceStep } from './service-step.tsx'
import { bodyOf, emptyStart, missingIn, type StartDraft, stepTitles } from './start-draft.ts'
import { Started } from './started.tsx'
import { TextField } from './text-field.tsx'
import { WhereStep } from './where-step.tsx'

type StartFormProps = {
  admin: string
  countries: CountryDefaults[]
  /** The demo company that is deleted; null in an empty database. */
  demo: string | null
  /** Who sets the company up, where the account is their own and not the demo's. */
  me: { name: string; email: string }
}

const last = stepTitles.length - 1

const begun = ({ name, email }: StartFormProps['me']): StartDraft => ({
  ...emptyStart,
  company: { ...emptyStart.company, email },
  person: { ...emptyStart.person, name },
})

/** The guide: one step at a time, all of it sent at once at the end, nothing lost on a refusal. */
export const StartForm = ({ admin, countries, demo, me }: StartFormProps) => {
  const [draft, setDraft] = useState(() => begun(me))
  const [step, setStep] = useState(0)
  const [missing, setMissing] = useState<string[]>([])
  const [errors, setErrors] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<StartedCompany>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (step > 0) heading.current?.focus()
  }, [step])
  const change = (part: Partial<StartDraft>) => setDraft((before) => ({ ...before, ...part }))
  const go = (to: number) => {
    setMissing([])
    setErrors([])
    setStep(to)
  }
  const send = async () => {
    setBusy(true)
    setErrors([])
    const answer = await callApi<StartedCompany>('/api/app/setup/start', {
      method: 'POST',
      body: bodyOf(draft),
    })
    setBusy(false)
    if (answer.ok) setDone(answer.data)
    else setErrors(answer.errors)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const open = missingIn(draft, step)
    setMissing(open)
    if (open.length > 0) return
    if (step < last) go(step + 1)
    else void send()
  }
  if (done) return <Started admin={admin} company={draft.company.name} done={done} />
  const shared = { draft, onChange: change }
  return (
    <form className="fb-card fb-start" noValidate onSubmit={submit}>
      <div className="fb-card__head">
        <h2 ref={heading} tabIndex={-1}>
          {stepTitles[step]}
        </h2>
        <span className="fb-muted">
          Step {step + 1} of {stepTitles.length}
        </span>
      </div>
      <div className="fb-card__body">
        {step === 0 ? <CompanyStep {...shared} countries={countries} /> : null}
        {step === 1 ? <WhereStep {...shared} /> : null}
        {step === 2 ? <ServiceStep {...shared} /> : null}
        {step === last ? <PeopleStep {...shared} me={me.name} /> : null}
        {step === last && demo ? (
          <TextField
            hint={`This deletes the demo company for good. Type “${demo}” to confirm. Your login stays.`}
            label="Delete the demo company"
            onText={(emptying) => change({ emptying })}
            value={draft.emptying}
          />
        ) : null}
        {missing.length > 0 ? (
          <p className="fb-notice fb-notice--warn" role="alert">
            Still needed: {listWords(missing, 'en')}.
          </p>
        ) : null}
        <RefusalNote errors={errors} />
        <div className="fb-row fb-row--end">
          {step > 0 ? (
            <button className="fb-button" onClick={() => go(step - 1)} type="button">
              Back
            </button>
          ) : null}
          <button className="fb-button fb-button--primary" disabled={busy} type="submit">
            {step < last ? 'Continue' : busy ? 'Starting…' : 'Start my company'}
          </button>
        </div>
      </div>
    </form>
  )
}
