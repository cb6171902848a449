'use client'
import { useEffect, useState } from 'react'

export const zooms = [60, 30, 15] as const
export type Zoom = (typeof zooms)[number]
export type BoardLook = { isCompact: boolean; zoom: Zoom; colour: 'person' | 'status' }

const key = 'fb-board-look'
const usual: BoardLook = { isCompact: true, zoom: 60, colour: 'status' }

/** A stored look, or the usual one where it cannot be read. */
export const readLook = (stored: string | null): BoardLook => {
  const [density, zoom, colour] = (stored ?? '').split(' ')
  const known = zooms.find((one) => `${one}` === zoom)
  if (!known) return usual
  return {
    isCompact: density === 'compact',
    zoom: known,
    colour: colour === 'person' ? 'person' : 'status',
  }
}

/** How dense the board is, how wide its hours are and what its colours mean, as this browser had it last. */
export const useBoardLook = () => {
  const [look, setLook] = useState(usual)
  useEffect(() => setLook(readLook(localStorage.getItem(key))), [])
  const choose = (change: Partial<BoardLook>) => {
    const next = { ...look, ...change }
    setLook(next)
    const density = next.isCompact ? 'compact' : 'roomy'
    localStorage.setItem(key, `${density} ${next.zoom} ${next.colour}`)
  }
  return { look, choose }
}
