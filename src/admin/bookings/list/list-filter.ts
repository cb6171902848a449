import type { Where } from 'payload'
import { daySpan } from '../../../domain/scheduling/day-span.ts'
import { addDays } from '../../../domain/scheduling/local-time.ts'
import type { ListQuery } from './list-query.ts'

/** The first moment of a day; on some, the clocks jump over midnight. */
const startOf = (date: string, zone: string): string =>
  new Date(daySpan(date, date, zone).start).toISOString()

const ofBookings = [
  ...['number', 'customerSnapshot.name', 'customerSnapshot.email', 'customerSnapshot.phone'],
]
const ofCustomers = ['customer.name', 'customer.email', 'customer.phone']

/** Where the search box looks: by ids, an index finds what a join would read row by row. */
const searched = (q: string, customers: string[] | null): Where[] => {
  if (!q) return []
  const fields = customers ? ofBookings : [...ofBookings, ...ofCustomers]
  const named = customers && customers.length > 0 ? [{ customer: { in: customers } }] : []
  return [{ or: [...fields.map((field) => ({ [field]: { contains: q } })), ...named] }]
}

/**
 * The filters of the list besides its tab. Dates are days of the company's zone; `customers` are
 * those whose own details contain what is searched, null where they are not known by id.
 */
export const listFilter = (
  query: ListQuery,
  { zone, customers }: { zone: string; customers: string[] | null },
): Where => {
  const from = query.from ? startOf(query.from, zone) : undefined
  const to = query.to ? startOf(addDays(query.to, 1), zone) : undefined
  return {
    and: [
      ...searched(query.q, customers),
      ...(query.status ? [{ status: { equals: query.status } }] : []),
      ...(query.source ? [{ source: { equals: query.source } }] : []),
      ...(from ? [{ startsAt: { greater_than_equal: from } }] : []),
      ...(to ? [{ startsAt: { less_than: to } }] : []),
    ],
  }
}
