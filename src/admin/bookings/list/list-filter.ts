import type { Where } from 'payload'
import { instantAt } from '../../ui/instant-at.ts'
import type { ListQuery } from './list-query.ts'

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const searched = (q: string): Where[] => {
  if (!q) return []
  const digits = q.replaceAll(/\D/g, '').replace(/^0+/, '')
  const phone = digits.length >= 4 ? [{ 'customer.phone': { contains: digits } }] : []
  return [
    {
      or: [
        { number: { contains: q } },
        { 'customer.name': { contains: q } },
        { 'customer.email': { contains: q } },
        { 'customerSnapshot.name': { contains: q } },
        ...phone,
      ],
    },
  ]
}

/** The filters of the list besides its tab. Dates are days of the company's zone. */
export const listFilter = (query: ListQuery, zone: string): Where => {
  const from = query.from ? instantAt(query.from, '00:00', zone) : undefined
  const to = query.to ? instantAt(dayAfter(query.to), '00:00', zone) : undefined
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
