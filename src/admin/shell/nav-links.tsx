import type { ServerProps } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { NavLink } from './nav-link.tsx'
import { requestOf } from '../ui/request-of.ts'

/** The links people use all day, above the collections: only those their role opens. */
export const NavLinks = async ({ payload }: ServerProps) => {
  const req = await requestOf(payload)
  if (!req.user) return null
  const actor = await actorOf(req)
  const admin = payload.config.routes.admin
  return (
    <ul className="fb-nav">
      <li>
        <NavLink exact href={admin} icon="home" label="Today" />
      </li>
      {may(actor, 'booking.view-all') ? (
        <li>
          <NavLink href={`${admin}/dispatch`} icon="board" label="Dispatch" />
        </li>
      ) : null}
      {may(actor, 'booking.view-all') ? (
        <li>
          <NavLink href={`${admin}/calendar`} icon="calendar" label="Calendar" />
        </li>
      ) : null}
      {may(actor, 'booking.view-all') ? (
        <li>
          <NavLink href={`${admin}/collections/bookings`} icon="list" label="Bookings" />
        </li>
      ) : null}
      {may(actor, 'booking.create') ? (
        <li>
          <NavLink href={`${admin}/new-booking`} icon="plus" label="New booking" shortcut="N" />
        </li>
      ) : null}
      {may(actor, 'booking.create') ? (
        <li>
          <NavLink href={`${admin}/find-a-time`} icon="search" label="Find a time" />
        </li>
      ) : null}
      {may(actor, 'deliveries.view') ? (
        <li>
          <NavLink href={`${admin}/outbox`} icon="mail" label="Outbox" />
        </li>
      ) : null}
    </ul>
  )
}
