import type { Booking } from '../../payload-types.ts'

export type Awaited = 'approval' | 'customer' | 'deposit' | 'fieldworker' | 'office'

/** What a pending booking waits for; the office where nothing else is open. */
export const awaitedBy = (
  { status, gates }: Pick<Booking, 'gates' | 'status'>,
  { isOffered = false }: { isOffered?: boolean } = {},
): Awaited[] => {
  if (status !== 'pending') return []
  const open = (['approval', 'customer', 'deposit'] as const).filter(
    (gate) => gates?.[gate] === 'open',
  )
  const awaited: Awaited[] = [...open, ...(isOffered ? (['fieldworker'] as const) : [])]
  return awaited.length > 0 ? awaited : ['office']
}
