'use client'
import { type ReactNode, useId, useRef, useState } from 'react'
import { Glyph } from './glyph.tsx'

type MenuProps = { label: string; children: ReactNode }

/** A button that opens a list of further buttons; Escape, a choice and leaving it close it. */
export const Menu = ({ label, children }: MenuProps) => {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const list = useId()
  return (
    <div
      className="fb-menu"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen) return
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        aria-controls={list}
        aria-expanded={isOpen}
        className="fb-button"
        onClick={() => setOpen(!isOpen)}
        ref={button}
        type="button"
      >
        {label} <Glyph name="list" />
      </button>
      {/* A click on one of the buttons is the choice. */}
      <div className="fb-menu__list" hidden={!isOpen} id={list} onClick={() => setOpen(false)}>
        {children}
      </div>
    </div>
  )
}
