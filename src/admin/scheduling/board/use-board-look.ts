'use client'
import { useEffect, useState } from 'react'

export const zooms = [60, 30, 15] as const
export type Zoom = (typeof zooms)[number]
export type BoardLook = { isCompact: boolean; zoom: Zoom }

const key = 'fb-board-look'
const usual: BoardLook = { isCompact: true, zoom: 60 }

/** A stored look, or the usual one where it cannot be read. */
export const readLook = (stored: string | null): BoardLook => {
  const [density, zoom] = (stored ?? '').split(' ')
  const known = zooms.find((one) => `${one}` === zoom)
  return known ? { isCompact: density === 'compact', zoom: known } : usual
}

/** How dense the board is and how wide its hours are, as this browser had it last. */
export const useBoardLook = () => {
  const [look, setLook] = useState(usual)
  useEffect(() => setLook(readLook(localStorage.getItem(key))), [])
  const choose = (change: Partial<BoardLook>) => {
    const next = { ...look, ...change }
    setLook(next)
    localStorage.setItem(key, `${next.isCompact ? 'compact' : 'roomy'} ${next.zoom}`)
  }
  return { look, choose }
}
