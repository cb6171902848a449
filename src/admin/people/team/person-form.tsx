'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { AddFieldworkerAnswer } from '../../../contracts/people/team.ts'
import { weekWords } from '../../../domain/words/week-words.ts'
import type { MapTiles } from '../../scheduling/map/use-map.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { panelLocale } from '../../ui/panel-locale.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { Choice } from '../../ui/select-field.tsx'
import { HoursFields } from './hours-fields.tsx'
import type { TeamChoices } from './load-person.ts'
import { changesOf, newPersonOf, type PersonDraft } from './person-draft.ts'
import { PersonFields } from './person-fields.tsx'
import { PlacePin } from './place-pin.tsx'
import { WorkFields } from './work-fields.tsx'

type PersonFormProps = {
  admin: string
  /** Empty for somebody new. */
  id: string
  initial: PersonDraft
  choices: TeamChoices
  zones: Choice[]
  tiles: MapTiles | undefined
  mayEdit: boolean
  mayGiveLogin: boolean
}

type PartProps = { title: string; summary: string; isOpen: boolean; children: ReactNode }

/** A part of the form; one whose usual values do for most is folded. */
const Part = ({ title, summary, isOpen, children }: PartProps) => {
  const [opened, setOpened] = useState(isOpen)
  return (
    <details
      className="fb-card fb-part"
      onToggle={(event) => setOpened(event.currentTarget.open)}
      open={opened}
    >
      <summary className="fb-part__head">
        <h2>{title}</h2>
        <span className="fb-muted">{summary}</span>
      </summary>
      {opened ? <div className="fb-card__body">{children}</div> : null}
    </details>
  )
}

const countWords = (count: number, one: string, none: string): string =>
  count === 0 ? none : `${count} ${one}${count === 1 ? '' : 's'}`

const workWords = ({ services, skills, areas }: PersonDraft, choices: TeamChoices): string =>
  [
    services.length > 0 && services.length >= choices.services.length
      ? 'All services'
      : countWords(services.length, 'service', 'No services'),
    countWords(skills.length, 'skill', 'no skills'),
    countWords(areas.length, 'area', 'all areas'),
  ].join(', ')

/** Everything about a fieldworker in one form; for somebody new with the company's usual values. */
export const PersonForm = (props: PersonFormProps) => {
  const { admin, id, initial, choices, zones, tiles, mayEdit, mayGiveLogin } = props
  const router = useRouter()
  const [draft, setDraft] = useState(initial)
  const [hasLogin, setHasLogin] = useState(false)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Refusal[]>([])
  const key = useRef<string>(undefined)
  const change = (part: Partial<PersonDraft>) => setDraft((before) => ({ ...before, ...part }))
  const changes = changesOf(draft, initial)
  const isNew = id === ''
  const part = { draft, isDisabled: !mayEdit, onChange: change }

  const send = () => {
    if (!isNew) return callApi(`/api/fieldworkers/${id}`, { method: 'PATCH', body: changes })
    key.current ??= crypto.randomUUID()
    const body = newPersonOf(draft, hasLogin)
    return callApi<AddFieldworkerAnswer>('/api/app/team', {
      method: 'POST',
      body,
      key: key.current,
    })
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors([])
    const answer = await send()
    setBusy(false)
    if (!answer.ok) {
      // A refused key is free again, and what is sent next may differ.
      key.current = undefined
      setErrors(answer.errors)
      return
    }
    toast.success(isNew && hasLogin ? `${draft.name} is on the team and invited.` : 'Saved.')
    if (isNew) {
      const { id: added } = answer.data as AddFieldworkerAnswer
      router.push(`${admin}/collections/fieldworkers/${added}`)
    } else router.refresh()
  }

  return (
    <form className="fb-person-form" onSubmit={(event) => void save(event)}>
      <RefusalNote errors={errors} />
      <section className="fb-card">
        <div className="fb-card__body">
          <PersonFields {...part} isEmailNeeded={isNew && hasLogin} />
          {isNew && mayGiveLogin ? (
            <label className="fb-check">
              <input
                checked={hasLogin}
                onChange={(event) => setHasLogin(event.target.checked)}
                type="checkbox"
              />
              <span>
                Give a login
                <span className="fb-hint fb-block">
                  We’ll email an invitation to choose a password and use the field pages.
                </span>
              </span>
            </label>
          ) : null}
        </div>
      </section>
      <Part isOpen={!isNew} summary={workWords(draft, choices)} title="Work">
        <WorkFields {...part} choices={choices} />
      </Part>
      <Part
        isOpen={!isNew}
        summary={`${weekWords(draft.workingHours, panelLocale()) || 'No hours'} (${draft.timezone.replaceAll('_', ' ')})`}
        title="Hours"
      >
        <HoursFields {...part} zones={zones} />
      </Part>
      <Part isOpen={false} summary={draft.home ? 'On the map' : 'None'} title="Starting point">
        <PlacePin
          colour={draft.colour || '#0b5f63'}
          isDisabled={!mayEdit}
          landmarks={choices.landmarks}
          onChange={(home) => change({ home })}
          point={draft.home}
          tiles={tiles}
        />
      </Part>
      {mayEdit ? (
        <div className="fb-savebar">
          <button
            className="fb-button fb-button--primary"
            disabled={busy || (!isNew && Object.keys(changes).length === 0)}
            type="submit"
          >
            {isNew ? (hasLogin ? 'Add and invite' : 'Add') : 'Save changes'}
          </button>
        </div>
      ) : null}
    </form>
  )
}
