import type { Visit } from '../../../src/contracts/bookings/my-visits.ts'

/** A `geo:` link (RFC 5870) that the phone's own map app opens; `null` where no place is known. */
export function mapLink({ address, place }: Pick<Visit, 'address' | 'place'>): string | null {
  const words = address
    ? [address.line1, address.suburb, address.postcode].filter(Boolean).join(', ')
    : place
  if (!words) return null
  const at = address?.coordinates
  const point = at ? `${at.lat},${at.lng}` : '0,0'
  return `geo:${point}?q=${encodeURIComponent(words)}`
}
