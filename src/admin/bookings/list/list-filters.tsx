'use client'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useRef } from 'react'
import { sourceWord } from '../../ui/source-words.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { statusChoices } from '../../ui/status-looks.ts'
import { type ListQuery, listHref } from './list-query.ts'

type ListFiltersProps = { base: string; query: ListQuery }

const sources = [
  'manual',
  'portal',
  'widget',
  'api',
  'ai-agent',
  'booking-request',
  'fieldworker',
  'recurrence',
  'reschedule',
  'import',
].map((value) => ({ value, label: sourceWord(value) }))

const dateFilters = [
  { name: 'from', label: 'From' },
  { name: 'to', label: 'To' },
] as const

/** Search and filters; each lands in the address bar, so that a view can be shared. */
export const ListFilters = ({ base, query }: ListFiltersProps) => {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const apply = (event?: FormEvent) => {
    event?.preventDefault()
    if (!form.current) return
    const values = Object.fromEntries(new FormData(form.current)) as Partial<ListQuery>
    router.push(listHref(base, query, values))
  }
  const filtered = Boolean(query.q || query.status || query.source || query.from || query.to)
  const none = { q: '', status: '', source: '', from: '', to: '' }
  return (
    <form
      action={base}
      className="fb-filters"
      key={JSON.stringify(query)}
      onSubmit={apply}
      ref={form}
      role="search"
    >
      <label className="fb-field fb-filters__search">
        <span>Search</span>
        <input
          className="fb-input"
          defaultValue={query.q}
          name="q"
          placeholder="Number, customer, phone or e-mail"
          type="search"
        />
      </label>
      <SelectField
        choices={statusChoices}
        defaultValue={query.status}
        label="Status"
        name="status"
        none="Any"
        onChange={() => apply()}
      />
      <SelectField
        choices={sources}
        defaultValue={query.source}
        label="Source"
        name="source"
        none="Anywhere"
        onChange={() => apply()}
      />
      {dateFilters.map(({ name, label }) => (
        <label className="fb-field" key={name}>
          <span>{label}</span>
          <input
            className="fb-input"
            defaultValue={query[name]}
            name={name}
            onChange={(event) => (event.target.value.length === 10 ? apply() : undefined)}
            type="date"
          />
        </label>
      ))}
      <div className="fb-row">
        <button className="fb-button" type="submit">
          Search
        </button>
        {filtered ? (
          <button
            className="fb-ghost"
            onClick={() => router.push(listHref(base, query, none))}
            type="button"
          >
            Clear
          </button>
        ) : null}
      </div>
    </form>
  )
}
