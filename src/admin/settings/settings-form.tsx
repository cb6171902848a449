'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useState } from 'react'
import { callApi, type Refusal } from '../ui/call-api.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { useUnsavedWarning } from '../ui/use-unsaved-warning.ts'
import { changedSettings, type SettingsDraft } from './settings-draft.ts'
import { type Lists, SettingInput } from './setting-input.tsx'
import type { SettingsCard } from './settings-spec.ts'
import { type SettingsSlug, settingsSpecs } from './settings-specs.ts'

type SettingsFormProps = {
  slug: SettingsSlug
  value: SettingsDraft
  currency: string
  lists: Lists
  picture: string | undefined
  editable: boolean
}

type CardProps = Pick<SettingsFormProps, 'currency' | 'lists' | 'picture'> & {
  card: SettingsCard
  id: string
  draft: SettingsDraft
  errors: Refusal[]
  onChange: (part: SettingsDraft) => void
}

const Card = ({ card, id, draft, errors, onChange, ...shared }: CardProps) => (
  <section aria-labelledby={id} className="fb-card">
    <div className="fb-card__head">
      <h2 id={id}>{card.title}</h2>
    </div>
    <div className="fb-card__body">
      {card.lead ? <p className="fb-muted">{card.lead}</p> : null}
      <div className="fb-settings__fields">
        {card.fields.map((field) => (
          <SettingInput
            {...shared}
            error={errors.find((error) => error.field?.startsWith(field.path))?.message}
            field={field}
            key={field.path}
            onChange={(value) => onChange({ [field.path]: value })}
            value={draft[field.path]}
          />
        ))}
      </div>
    </div>
  </section>
)

/** The settings of one page in cards; only what was changed is sent, and a refusal keeps all typed. */
export const SettingsForm = (props: SettingsFormProps) => {
  const { slug, value, currency, editable, ...shared } = props
  const spec = settingsSpecs[slug]
  const router = useRouter()
  const [draft, setDraft] = useState(value)
  const [errors, setErrors] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const changes = changedSettings(spec, { draft, before: value, currency })
  const isChanged = Object.keys(changes).length > 0
  useUnsavedWarning(isChanged)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors([])
    const answer = await callApi(`/api/globals/${slug}?depth=0`, { method: 'POST', body: changes })
    setBusy(false)
    if (!answer.ok) {
      setErrors(answer.errors)
      return
    }
    toast.success('Saved.')
    router.refresh()
  }
  return (
    <form className="fb-settings-form" onSubmit={(event) => void save(event)}>
      <fieldset className="fb-plain" disabled={!editable || busy}>
        {spec.cards.map((card, index) => (
          <Card
            {...shared}
            card={card}
            currency={currency}
            draft={draft}
            errors={errors}
            id={`card-${index}`}
            key={card.title}
            onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          />
        ))}
      </fieldset>
      <RefusalNote errors={errors} />
      {editable ? (
        <div className="fb-savebar">
          {isChanged ? (
            <button className="fb-ghost" onClick={() => setDraft(value)} type="button">
              Discard changes
            </button>
          ) : null}
          <button
            className="fb-button fb-button--primary"
            disabled={busy || !isChanged}
            type="submit"
          >
            {busy ? 'Saving…' : 'Save changes'}
          </button>
        </div>
      ) : null}
    </form>
  )
}
