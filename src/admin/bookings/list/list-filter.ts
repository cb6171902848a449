import type { Where } from 'payload'
import { daySpan } from '../../../domain/scheduling/day-span.ts'
import { addDays } from '../../../domain/scheduling/local-time.ts'
import type { ListQuery } from './list-query.ts'

/** The first moment of a day; on some, the clocks jump over midnight. */
const startOf = (date: string, zone: string): string =>
  new Date(daySpan(date, date, zone).start).toISOString()

/** Where the search box looks. */
const searched = (q: string): Where[] => {
  if (!q) return []
  const fields = [
    'number',
    'customer.name',
    'customer.email',
    'customer.phone',
    'customerSnapshot.name',
    'customerSnapshot.email',
    'customerSnapshot.phone',
  ]
  return [{ or: fields.map((field) => ({ [field]: { contains: q } })) }]
}

/** The filters of the list besides its tab. Dates are days of the company's zone. */
export const listFilter = (query: ListQuery, zone: string): Where => {
  const from = query.from ? startOf(query.from, zone) : undefined
  const to = query.to ? startOf(addDays(query.to, 1), zone) : undefined
  return {
    and: [
      ...searched(query.q),
      ...(query.status ? [{ status: { equals: query.status } }] : []),
      ...(query.source ? [{ source: { equals: query.source } }] : []),
      ...(from ? [{ startsAt: { greater_than_equal: from } }] : []),
      ...(to ? [{ startsAt: { less_than: to } }] : []),
    ],
  }
}
