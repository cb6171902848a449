'use client'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Glyph } from './glyph.tsx'

type DialogProps = {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
  /** `side` slides in from the right, for long lists. */
  shape?: 'centre' | 'side'
}

/** A modal of the browser's own kind: focus is kept inside, Escape closes, focus returns. */
export const Dialog = ({ title, open, onClose, children, shape = 'centre' }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useLayoutEffect(() => {
    const shown = dialog.current
    if (open) shown?.showModal()
    // React focuses before the dialog is shown, and showing it focuses its first button.
    if (open) shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    // A dialog that is taken away while it is open would take the focus with it.
    return () => shown?.close()
  }, [open])
  return (
    <dialog
      aria-labelledby={heading}
      className={`fb-dialog fb-dialog--${shape}`}
      // React lets the closing of a dialog within this one bubble up to it.
      onClose={(event) => (event.target === event.currentTarget ? onClose() : undefined)}
      ref={dialog}
    >
      <div className="fb-dialog__head">
        <h2 id={heading}>{title}</h2>
        <button aria-label="Close" className="fb-ghost" onClick={onClose} type="button">
          <Glyph name="cross" />
        </button>
      </div>
      {open ? children : null}
    </dialog>
  )
}
