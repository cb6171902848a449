/** Words for instants in the zone of the place where the work is done, never the reader's zone. */

const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ')

const formatter = (zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-AU', { timeZone: zone, ...options })

/** `Mon 23 Nov`, with the year only when it is not this year's. */
export const dayIn = (at: string | number, zone: string, now = Date.now()): string => {
  const year = formatter(zone, { year: 'numeric' })
  const other = year.format(new Date(at)) !== year.format(now)
  return plain(
    formatter(zone, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(other ? { year: 'numeric' } : {}),
    }).format(new Date(at)),
  ).replace(',', '')
}

/** `9:00 am`. */
export const clockIn = (at: string | number, zone: string): string =>
  plain(formatter(zone, { hour: 'numeric', minute: '2-digit', hour12: true }).format(new Date(at)))

/** `09:05`, as form fields want it. */
export const clock24In = (at: string | number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at))

/** `AEDT`: the zone's short name at that instant. */
export const zoneNameIn = (at: string | number, zone: string): string =>
  formatter(zone, { timeZoneName: 'short' })
    .formatToParts(new Date(at))
    .find((part) => part.type === 'timeZoneName')?.value ?? zone

/** `9:00–10:30 am AEDT`; an end on a later day names that day. */
export const spanIn = (start: string, end: string | null | undefined, zone: string): string => {
  const name = zoneNameIn(start, zone)
  const from = clockIn(start, zone)
  if (!end || end === start) return `${from} ${name}`
  const to = clockIn(end, zone)
  if (dayIn(start, zone) !== dayIn(end, zone)) return `${from} – ${dayIn(end, zone)}, ${to} ${name}`
  const sameHalf = from.slice(-2) === to.slice(-2)
  return `${sameHalf ? from.slice(0, -3) : from}–${to} ${name}`
}

/** `Mon 23 Nov, 9:00 am AEDT`. */
export const momentIn = (at: string | number, zone: string): string =>
  `${dayIn(at, zone)}, ${clockIn(at, zone)} ${zoneNameIn(at, zone)}`

/** `YYYY-MM-DD` of that instant on the calendar of the zone. */
export const dateIn = (at: string | number, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at))
