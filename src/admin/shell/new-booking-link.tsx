import { Link } from '@payloadcms/ui'
import { type Actor, may } from '../../access/actor.ts'
import { Glyph } from '../ui/glyph.tsx'

/** The way to a new booking, for those who may take one. */
export const NewBookingLink = ({ actor, admin }: { actor: Actor; admin: string }) =>
  may(actor, 'booking.create') ? (
    <Link className="fb-button fb-button--primary" href={`${admin}/new-booking`} prefetch={false}>
      <Glyph name="plus" /> New booking
    </Link>
  ) : null
