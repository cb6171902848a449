import { isLocalDate } from '../../../domain/scheduling/local-date.ts'
import { sortIn } from './sort-columns.ts'

/** What the address bar asks of the bookings list. */
export type ListQuery = {
  tab: string
  q: string
  status: string
  source: string
  from: string
  to: string
  /**
   * A column to sort by, descending with a leading minus; empty for the tab's own order. The
   * framework writes a field of its own into the address, which is no column.
   */
  sort: string
  page: number
}

type Params = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : ''

const date = (value: string): string => (isLocalDate(value) ? value : '')

/** Reads the list's own parameters; unknown values fall back to the default view. */
export const listQueryOf = (params: Params, tabs: readonly string[]): ListQuery => {
  const tab = one(params.tab)
  const page = Number.parseInt(one(params.p), 10)
  return {
    tab: tabs.includes(tab) ? tab : 'upcoming',
    q: one(params.q).slice(0, 80),
    status: one(params.status),
    source: one(params.source),
    from: date(one(params.from)),
    to: date(one(params.to)),
    sort: sortIn(one(params.sort)) ? one(params.sort) : '',
    page: Number.isFinite(page) && page > 0 ? page : 1,
  }
}

/** What the address says as a date and is none, in words; null where all is well. */
export const unreadDates = (params: Params): string | null => {
  const wrong = [one(params.from), one(params.to)].filter((value) => value && !isLocalDate(value))
  if (wrong.length === 0) return null
  const quoted = wrong.map((value) => `“${value.slice(0, 40)}”`).join(' and ')
  const [is, it] = wrong.length === 1 ? ['is not a date', 'it'] : ['are not dates', 'them']
  return `${quoted} ${is}, so the list is not filtered by ${it}. Pick a day under From or To.`
}

/** The address of the list for a changed query; everything else is kept, the page starts over. */
export const listHref = (base: string, query: ListQuery, change: Partial<ListQuery>): string => {
  const { page, ...rest } = { ...query, page: 1, ...change }
  const filled = Object.entries(rest).filter(([, value]) => value !== '')
  const search = new URLSearchParams(filled)
  if (page > 1) search.set('p', String(page))
  return `${base}?${search}`
}

/** Whether something beside the tab narrows the list. */
export const isFiltered = ({ q, status, source, from, to }: ListQuery): boolean =>
  [q, status, source, from, to].some((value) => value !== '')
