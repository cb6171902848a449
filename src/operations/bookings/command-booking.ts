import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { asCommand } from '../../access/command.ts'
import type { BookingCommand } from '../../contracts/bookings/bookings.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import type { Booking } from '../../payload-types.ts'

type Body = Command & {
  owner?: string | undefined
  email?: boolean | undefined
  sms?: boolean | undefined
  customer?: string
  contact?: string | undefined
  address?: string | undefined
}

/** The channels that are paused or resumed; the other one stays as it is. */
const channelsIn = ({ email, sms }: Body, paused: boolean) => {
  const isBoth = !email && !sms
  return { ...((email || isBoth) && { email: paused }), ...((sms || isBoth) && { sms: paused }) }
}

const changeOf: Record<BookingCommand, (body: Body, me: string | undefined) => object> = {
  confirm: () => ({ status: 'confirmed' }),
  complete: () => ({ status: 'completed' }),
  cancel: () => ({ status: 'cancelled' }),
  'no-show': () => ({ status: 'no_show' }),
  approve: () => ({ gates: { approval: 'passed' } }),
  'reject-approval': () => ({ gates: { approval: 'rejected' } }),
  'confirm-for-customer': () => ({ gates: { customer: 'passed' } }),
  claim: ({ owner }, me) => ({ owner: owner ?? me }),
  'change-customer': ({ customer, contact, address }) => ({
    customer,
    ...(contact && { contact }),
    ...(address && { address }),
  }),
  'pause-messages': (body) => ({ commsPaused: channelsIn(body, true) }),
  'resume-messages': (body) => ({ commsPaused: channelsIn(body, false) }),
}

/**
 * Runs a named command on a booking: the same change as a plain save of its fields, with the
 * command's words, checked by the same guards.
 * @throws {DomainError} transition-refused, not-allowed, not-signed-in, invalid-input, not-found
 */
export const commandBooking = async (
  req: PayloadRequest,
  { id, name, body }: { id: string; name: BookingCommand; body: Body },
): Promise<Booking> => {
  const actor = await actorOf(req)
  const { reason, comment, fee } = body
  const fields = { ...(reason && { reason }), ...(comment && { comment }), ...(fee && { fee }) }
  const data = { ...changeOf[name](body, actor.id), command: { ...fields, name } }
  return inTransaction(req, () =>
    asCommand(req, name, () =>
      req.payload.update({
        collection: 'bookings',
        id,
        data: data as never,
        depth: 0,
        req,
        overrideAccess: false,
      }),
    ),
  )
}
