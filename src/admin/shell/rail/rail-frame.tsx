'use client'
import { useNav } from '@payloadcms/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { Glyph } from '../../ui/glyph.tsx'
import { railCookie } from './rail-cookie.ts'

type RailFrameProps = { startsNarrow: boolean; children: ReactNode }

const year = 365 * 24 * 60 * 60

/** Beside the page on a wide screen, words or icons alone; on a narrow one a drawer. */
export const RailFrame = ({ startsNarrow, children }: RailFrameProps) => {
  const { hydrated, navOpen, navRef, setNavOpen } = useNav()
  const [isNarrow, setNarrow] = useState(startsNarrow)
  const isDrawn = hydrated && navOpen

  useEffect(() => {
    if (!isDrawn) return
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setNavOpen(false)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isDrawn, setNavOpen])

  const turn = () => {
    const next = !isNarrow
    setNarrow(next)
    // The server reads it to draw the rail at once.
    document.cookie = `${railCookie}=${next ? 'icons' : 'words'}; path=/; max-age=${year}; samesite=lax`
  }
  return (
    <aside
      className="fb-rail"
      data-drawn={isDrawn ? '' : undefined}
      data-narrow={isNarrow ? '' : undefined}
    >
      <nav aria-label="Main" className="fb-rail__inner" ref={navRef}>
        <button className="fb-rail__close" onClick={() => setNavOpen(false)} type="button">
          <Glyph name="cross" /> Close menu
        </button>
        {children}
        <button
          aria-label={isNarrow ? 'Show the words' : 'Show icons only'}
          className="fb-rail__turn"
          onClick={turn}
          type="button"
        >
          <Glyph name={isNarrow ? 'right' : 'left'} size={18} />
          <span className="fb-rail__word">Icons only</span>
        </button>
      </nav>
    </aside>
  )
}
