import type { PayloadRequest } from 'payload'
import type { Command } from '../../contracts/bookings/command.ts'
import type { Appointment } from '../../payload-types.ts'

type Change = { req: PayloadRequest; id: string; data: Partial<Appointment>; command: Command }

/** Changes a visit as the rules themselves; its guards and records run like for anybody. */
export const changeVisit = ({ req, id, data, command }: Change): Promise<Appointment> =>
  req.payload.update({
    collection: 'appointments',
    id,
    data: { ...data, command: { ...command, as: 'system' } },
    depth: 0,
    req,
    overrideAccess: true,
  })
