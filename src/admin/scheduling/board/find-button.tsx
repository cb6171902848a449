'use client'
import { Glyph } from '../../ui/glyph.tsx'
import { useBoardContext } from './board-context.ts'
import type { BoardVisit } from './board-visit.ts'

/** "Find & assign" for a visit; nothing for those who may not. */
export const FindButton = ({ visit }: { visit: BoardVisit }) => {
  const { assign, mayAssign } = useBoardContext()
  if (!mayAssign) return null
  return (
    <button className="fb-button fb-button--small" onClick={() => assign(visit)} type="button">
      <Glyph name="search" /> Find & assign
      <span className="fb-sr">
        {visit.service}
        {visit.customer ? ` for ${visit.customer}` : ''}
      </span>
    </button>
  )
}
