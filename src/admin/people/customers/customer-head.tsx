'use client'
import { Link } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useCommand } from '../../bookings/use-command.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Menu } from '../../ui/menu.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { CustomerView } from './load-customer.ts'

type Shown = Pick<
  CustomerView,
  'company' | 'deletedAt' | 'email' | 'id' | 'isActive' | 'name' | 'phone' | 'phoneWords'
>
type CustomerHeadProps = {
  customer: Shown
  admin: string
  mayBook: boolean
  mayDelete: boolean
}

/** Who it is, and what is done next: book, call, write. */
export const CustomerHead = ({ customer, admin, mayBook, mayDelete }: CustomerHeadProps) => {
  const router = useRouter()
  const { run, busy, errors } = useCommand()
  const { id, name, company, phone, phoneWords, email, isActive, deletedAt } = customer
  const list = `${admin}/collections/customers`
  const move = async (to: string | null, success: string) => {
    const path = `/api/customers/${id}?depth=0${to ? '' : '&trash=true'}`
    const done = await run({ path, method: 'PATCH', body: { deletedAt: to }, success })
    if (done) router.push(to ? list : `${list}/${id}`)
  }
  return (
    <header className="fb-page__head">
      <div>
        <div className="fb-row">
          <h1 className="fb-page__title">{name}</h1>
          {isActive ? null : <span className="fb-pill">Inactive</span>}
          {deletedAt ? <span className="fb-pill fb-pill--red">Deleted</span> : null}
        </div>
        {company && company !== name ? <p className="fb-page__lead">{company}</p> : null}
      </div>
      <div className="fb-page__actions">
        {phone ? (
          <a className="fb-button" href={`tel:${phone}`}>
            <Glyph name="phone" /> Call {phoneWords}
          </a>
        ) : null}
        {email ? (
          <a className="fb-button fb-customer__mail" href={`mailto:${email}`}>
            <Glyph name="mail" /> <span>Email {email}</span>
          </a>
        ) : null}
        {mayDelete && !deletedAt ? (
          <Menu label="More">
            <button
              className="fb-button fb-button--danger"
              disabled={busy}
              onClick={() => void move(new Date().toISOString(), 'Customer deleted.')}
              type="button"
            >
              <Glyph name="bin" /> Delete customer
            </button>
          </Menu>
        ) : null}
        {mayDelete && deletedAt ? (
          <button
            className="fb-button fb-button--primary"
            disabled={busy}
            onClick={() => void move(null, 'Customer restored.')}
            type="button"
          >
            Restore
          </button>
        ) : null}
        {mayBook && isActive && !deletedAt ? (
          <Link
            className="fb-button fb-button--primary"
            href={`${admin}/new-booking?customer=${id}`}
            prefetch={false}
          >
            <Glyph name="plus" /> New booking
          </Link>
        ) : null}
      </div>
      <RefusalNote errors={errors} />
    </header>
  )
}
