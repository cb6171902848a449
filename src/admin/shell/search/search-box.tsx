'use client'
import { useConfig } from '@payloadcms/ui'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Glyph } from '../../ui/glyph.tsx'
import { isTyping } from '../../ui/is-typing.ts'
import { isOn } from '../../ui/switches.ts'
import { SearchResults } from './search-results.tsx'
import { useSearch } from './use-search.ts'

/** Moves between the field and the hits by the arrow keys. */
const onArrow = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')]
  const step = event.key === 'ArrowDown' ? 1 : -1
  const at = stops.indexOf(document.activeElement as HTMLElement)
  event.preventDefault()
  stops[(at + step + stops.length) % stops.length]?.focus()
}

/** Searches everything from any page: the button in the head, or `/`. */
export const SearchBox = () => {
  const { config } = useConfig()
  const dialog = useRef<HTMLDialogElement>(null)
  const [q, setQ] = useState('')
  const state = useSearch(q)
  const open = () => {
    setQ('')
    dialog.current?.showModal()
  }
  const close = () => dialog.current?.close()

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isPlain = !event.metaKey && !event.ctrlKey && !event.altKey
      if (event.key !== '/' || !isPlain || isTyping(event.target) || !isOn('keys')) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      setQ('')
      dialog.current?.showModal()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const goToFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    dialog.current?.querySelector<HTMLElement>('.fb-seek__hit')?.click()
  }
  return (
    <>
      <button className="fb-seek__open" onClick={open} type="button">
        <Glyph name="search" />
        <span className="fb-seek__word">Search</span>
        <kbd aria-hidden="true">/</kbd>
      </button>
      <dialog aria-label="Search everything" className="fb-seek" onKeyDown={onArrow} ref={dialog}>
        <div className="fb-seek__head">
          <input
            aria-label="Search bookings, customers and the team"
            autoComplete="off"
            className="fb-seek__input"
            maxLength={80}
            onChange={({ target }) => setQ(target.value)}
            onKeyDown={goToFirst}
            placeholder="Number, name, phone, address or service"
            type="search"
            value={q}
          />
          <button className="fb-seek__close" onClick={close} type="button">
            Close
          </button>
        </div>
        <div aria-live="polite" className="fb-seek__results">
          <SearchResults admin={config.routes.admin} onGo={close} q={q} state={state} />
        </div>
      </dialog>
    </>
  )
}
