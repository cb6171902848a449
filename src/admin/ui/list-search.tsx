'use client'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useId } from 'react'
import { type ListAddress, listAddress } from './list-address.ts'
import { SelectField, type Choice } from './select-field.tsx'

type ListSearchProps = {
  base: string
  address: ListAddress
  placeholder: string
  /** What can be shown instead of the usual rows; the first is the usual one. */
  shows?: readonly Choice[]
}

/** Search of a plain list; it lands in the address bar, so that a view can be shared. */
export const ListSearch = ({ base, address, placeholder, shows }: ListSearchProps) => {
  const router = useRouter()
  const id = useId()
  const go = (change: Partial<ListAddress>) => router.push(listAddress(base, address, change))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const q = new FormData(event.currentTarget).get('q')
    go({ q: typeof q === 'string' ? q.trim() : '' })
  }
  return (
    <form
      action={base}
      className="fb-search-line"
      key={`${address.q}${address.show}`}
      onSubmit={submit}
      role="search"
    >
      <label className="fb-field" htmlFor={id}>
        <span>Search</span>
        <input
          className="fb-input"
          defaultValue={address.q}
          id={id}
          name="q"
          placeholder={placeholder}
          type="search"
        />
      </label>
      {shows ? (
        <SelectField
          choices={shows}
          label="Show"
          name="show"
          onChange={(event) => go({ show: event.target.value })}
          value={address.show}
        />
      ) : null}
      <button className="fb-button" type="submit">
        Search
      </button>
      {address.q ? (
        <button className="fb-ghost" onClick={() => go({ q: '' })} type="button">
          Clear
        </button>
      ) : null}
    </form>
  )
}
