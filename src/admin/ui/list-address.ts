/** What the address bar of a plain list says: a search, a page, and one further choice. */
export type ListAddress = { q: string; page: number; show: string }

type Params = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : ''

export const listAddressOf = (params: Params = {}): ListAddress => {
  const page = Number.parseInt(one(params['p']), 10)
  return {
    q: one(params['q']).trim().slice(0, 80),
    page: Number.isFinite(page) && page > 0 ? page : 1,
    show: one(params['show']),
  }
}

/** The address of the list after a change, which starts at the first page again. */
export const listAddress = (
  base: string,
  address: ListAddress,
  change: Partial<ListAddress>,
): string => {
  const { q, page, show } = { ...address, page: 1, ...change }
  const search = new URLSearchParams({
    ...(q && { q }),
    ...(show && { show }),
    ...(page > 1 && { p: String(page) }),
  })
  return search.size > 0 ? `${base}?${search}` : base
}
