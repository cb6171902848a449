import { dateFormat } from '../../domain/scheduling/date-format.ts'

const offsetAt = (at: number, zone: string): number => {
  const parts = dateFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value)
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - at
}

/**
 * The instant at which a clock in `zone` shows `date` and `time`, as ISO; undefined when the
 * clocks jump over it.
 */
export const instantAt = (date: string, time: string, zone: string): string | undefined => {
  const wall = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(wall)) return undefined
  const first = wall - offsetAt(wall, zone)
  const second = wall - offsetAt(first, zone)
  const found = [Math.min(first, second), Math.max(first, second)].find(
    (at) => at + offsetAt(at, zone) === wall,
  )
  return found === undefined ? undefined : new Date(found).toISOString()
}
