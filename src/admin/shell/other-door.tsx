import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '../../access/actor.ts'

type Door = { lead: string; href: string; word: string }

const doors: Partial<Record<string, Door>> = {
  customer: {
    lead: 'The panel is for the office. Your bookings are on your own page.',
    href: '/my',
    word: 'Go to my bookings',
  },
  fieldworker: {
    lead: 'The panel is for the office. Your offers and visits are in the field app.',
    href: '/field',
    word: 'Go to my visits',
  },
}

const elsewhere: Door = {
  lead: 'Your account does not open the panel. Ask an administrator for an office role.',
  href: '/',
  word: 'Go to the site',
}

/** What somebody sees who is signed in and not of the office: the way to their own pages. */
export const OtherDoor = async ({ initPageResult }: AdminViewServerProps) => {
  const { req } = initPageResult
  const { kind, name } = await actorOf(req)
  const door = doors[kind] ?? elsewhere
  const { admin } = req.payload.config.routes
  return (
    <div className="fb-door">
      <h1>{req.user ? `You are signed in as ${name}` : 'This page is for the office'}</h1>
      <p>{door.lead}</p>
      <p className="fb-row">
        <a className="fb-button fb-button--primary" href={door.href}>
          {door.word}
        </a>
        <Link className="fb-button" href={`${admin}/logout`} prefetch={false}>
          Sign in as somebody else
        </Link>
      </p>
    </div>
  )
}
