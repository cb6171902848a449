import { type BitWindow, bitsOf, emptyBitmap } from '../../domain/scheduling/bit-window.ts'
import { type Bitmap, removeFrom } from '../../domain/scheduling/bitmap.ts'
import { openBitmap } from '../../domain/scheduling/open-bitmap.ts'
import type { ResolvedPlace } from './resolve-place.ts'

/** When the place of a visit is open, or undefined where only the people's hours count. */
export const openingBitmap = (
  { opening }: Pick<ResolvedPlace, 'opening'>,
  window: BitWindow,
): Bitmap | undefined => {
  if (!opening) return undefined
  // A location without hours is open whenever somebody works there.
  const isAlways = opening.hours.length === 0 && opening.exceptions.length === 0
  const open = isAlways ? emptyBitmap(window).fill(0xffffffff) : openBitmap(opening, window)
  removeFrom(open, bitsOf(opening.closures, window, 'outward'))
  return open
}
