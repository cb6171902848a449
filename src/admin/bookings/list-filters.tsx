'use client'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useRef } from 'react'
import { sourceWord } from '../ui/source-words.ts'
import { statusChoices } from '../ui/status-choices.ts'
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
]

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
      <label className="fb-field">
        <span>Status</span>
        <select
          className="fb-input"
          defaultValue={query.status}
          name="status"
          onChange={() => apply()}
        >
          <option value="">Any</option>
          {statusChoices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="fb-field">
        <span>Came from</span>
        <select
          className="fb-input"
          defaultValue={query.source}
          name="source"
          onChange={() => apply()}
        >
          <option value="">Anywhere</option>
          {sources.map((source) => (
            <option key={source} value={source}>
              {sourceWord(source)}
            </option>
          ))}
        </select>
      </label>
      <label className="fb-field">
        <span>From</span>
        <input
          className="fb-input"
          defaultValue={query.from}
          name="from"
          onChange={(event) => (event.target.value.length === 10 ? apply() : undefined)}
          type="date"
        />
      </label>
      <label className="fb-field">
        <span>To</span>
        <input
          className="fb-input"
          defaultValue={query.to}
          name="to"
          onChange={(event) => (event.target.value.length === 10 ? apply() : undefined)}
          type="date"
        />
      </label>
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
