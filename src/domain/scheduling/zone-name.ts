import { memoize } from '../memoize.ts'

/** Names that the runtime keeps from before IANA renamed them. CLDR bcp47/timezone.xml, `iana`. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** Region and place; abbreviations such as IST mean several zones, and an offset is no zone. */
const shape = /^(utc|[a-z]+(\/[a-z0-9_+-]+)+)$/i

const resolve = (name: string): string | null => {
  if (!shape.test(name)) return null
  try {
    const found = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
    return /^systemv\//i.test(found) ? null : (renamed[found] ?? found)
  } catch {
    return null
  }
}

/**
 * The name under which IANA lists a time zone, in its own spelling: `australia/nsw` is
 * `Australia/Sydney`. Null for whatever is not the name of a zone, such as `+05:30`.
 */
export const canonicalZone = memoize(resolve, { most: 1000, keyOf: (name) => name })
