import { Link } from '@payloadcms/ui'
import { type ListAddress, listAddress } from './list-address.ts'

type ListFootProps = {
  base: string
  address: ListAddress
  total: number
  pages: number
  /** One of them, and several. */
  noun: readonly [one: string, several: string]
}

/** How many rows there are, and the way to the next ones. */
export const ListFoot = ({ base, address, total, pages, noun }: ListFootProps) => {
  const { page } = address
  const link = (to: number, words: string) => (
    <Link
      className="fb-button fb-button--small"
      href={listAddress(base, address, { page: to })}
      prefetch={false}
    >
      {words}
    </Link>
  )
  return (
    <footer className="fb-list__foot">
      <span className="fb-muted">
        {total} {noun[total === 1 ? 0 : 1]}
      </span>
      {pages > 1 ? (
        <nav aria-label="Pages" className="fb-row">
          {page > 1 ? link(page - 1, 'Previous') : null}
          <span>
            Page {page} of {pages}
          </span>
          {page < pages ? link(page + 1, 'Next') : null}
        </nav>
      ) : null}
    </footer>
  )
}
