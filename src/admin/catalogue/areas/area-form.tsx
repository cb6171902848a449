'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useState } from 'react'
import { readPostcodes } from '../../../domain/scheduling/read-postcodes.ts'
import type { MapTiles } from '../../scheduling/map/use-map.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { type Choice, SelectField } from '../../ui/select-field.tsx'
import { useUnsavedWarning } from '../../ui/use-unsaved-warning.ts'
import { areaBody, type AreaDraft, areaRefusals } from './area-draft.ts'
import { AreaMap } from './area-map.tsx'
import type { AreaAround } from './load-areas.ts'

type AreaFormProps = {
  /** Without one the form adds an area. */
  id?: string
  value: AreaDraft
  around: AreaAround
  zones: Choice[]
  tiles: MapTiles | undefined
  base: string
  editable: boolean
}

type PartProps = { draft: AreaDraft; set: (part: Partial<AreaDraft>) => void }

const kinds: Choice[] = [
  { value: 'postcodes', label: 'A list of postcodes' },
  { value: 'radius', label: 'A circle on the map' },
]

const Postcodes = ({ draft, set }: PartProps) => {
  const count = readPostcodes(draft.postcodes)?.length ?? 0
  return (
    <label className="fb-field">
      <span>Postcodes</span>
      <textarea
        className="fb-input"
        onChange={(event) => set({ postcodes: event.target.value })}
        placeholder="2000, 2010, 2040-2044"
        rows={4}
        value={draft.postcodes}
      />
      <span aria-live="polite" className="fb-hint">
        {count === 0 ? '' : count === 1 ? '1 postcode. ' : `${count} postcodes. `}
        Separate them by commas or lines; ranges such as 2040-2044 are fine.
      </span>
    </label>
  )
}

const Basics = ({
  draft,
  set,
  zones,
  around,
}: PartProps & Pick<AreaFormProps, 'around' | 'zones'>) => (
  <div className="fb-grid-2">
    <label className="fb-field">
      <span>Name</span>
      <input
        autoComplete="off"
        className="fb-input"
        onChange={(event) => set({ name: event.target.value })}
        required
        value={draft.name}
      />
    </label>
    <SelectField
      choices={kinds}
      label="The area is"
      onChange={(event) => set({ kind: event.target.value as AreaDraft['kind'] })}
      value={draft.kind}
    />
    <SelectField
      choices={zones}
      label="Time zone"
      onChange={(event) => set({ timezone: event.target.value })}
      value={draft.timezone}
    />
    <SelectField
      choices={around.locations.map(({ id, name }) => ({ value: id, label: name }))}
      label="Location it belongs to"
      none="None"
      onChange={(event) => set({ location: event.target.value })}
      value={draft.location}
    />
  </div>
)

const Circle = ({
  draft,
  set,
  around,
  tiles,
  editable,
}: PartProps & Pick<AreaFormProps, 'around' | 'editable' | 'tiles'>) => (
  <>
    <label className="fb-field">
      <span>Radius in km</span>
      <input
        className="fb-input"
        max={2000}
        min={0}
        onChange={(event) => set({ radiusKm: event.target.value })}
        step="any"
        type="number"
        value={draft.radiusKm}
      />
    </label>
    <AreaMap
      centre={draft.centre}
      isDisabled={!editable}
      landmarks={around.landmarks}
      onCentre={(centre) => set({ centre })}
      radiusKm={Number(draft.radiusKm) || 0}
      tiles={tiles}
    />
  </>
)

/** Name, place, zone and people of an area in one form. */
export const AreaForm = (props: AreaFormProps) => {
  const { id, value, around, zones, tiles, base, editable } = props
  const router = useRouter()
  const [draft, setDraft] = useState(value)
  const [errors, setErrors] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const set = (part: Partial<AreaDraft>) => setDraft((before) => ({ ...before, ...part }))
  const isChanged = JSON.stringify(draft) !== JSON.stringify(value)
  useUnsavedWarning(isChanged && !busy)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const refused = areaRefusals(draft)
    setErrors(refused)
    if (refused.length > 0) return
    setBusy(true)
    const path = id ? `/api/areas/${id}?depth=0` : '/api/areas?depth=0'
    const method = id ? 'PATCH' : 'POST'
    const saved = await callApi<{ doc: { id: string } }>(path, { method, body: areaBody(draft) })
    setBusy(false)
    if (!saved.ok) return setErrors(saved.errors)
    toast.success('Area saved.')
    if (!id) router.push(`${base}/${saved.data.doc.id}`)
    router.refresh()
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <fieldset className="fb-plain fb-card" disabled={!editable || busy}>
        <div className="fb-card__body">
          <Basics around={around} draft={draft} set={set} zones={zones} />
          {draft.kind === 'radius' ? (
            <Circle around={around} draft={draft} editable={editable} set={set} tiles={tiles} />
          ) : (
            <Postcodes draft={draft} set={set} />
          )}
          <label className="fb-check">
            <input
              checked={draft.active}
              onChange={(event) => set({ active: event.target.checked })}
              type="checkbox"
            />
            <span>In use: customers here can book</span>
          </label>
        </div>
      </fieldset>
      <RefusalNote errors={errors} />
      {editable ? (
        <div className="fb-savebar">
          <button
            className="fb-button fb-button--primary"
            disabled={busy || !isChanged}
            type="submit"
          >
            {id ? 'Save changes' : 'Add area'}
          </button>
        </div>
      ) : null}
    </form>
  )
}
