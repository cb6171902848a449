import type { CollectionConfig, PayloadRequest } from 'payload'
import { appointmentHooks } from '../../hooks/bookings/appointment-hooks.ts'
import { bookingHooks } from '../../hooks/bookings/booking-hooks.ts'

type Hooks = CollectionConfig['hooks']

const phases = ['beforeValidate', 'beforeChange', 'afterChange'] as const

const isAsMade = (hooks: Hooks, ours: Hooks): boolean =>
  phases.every((phase) =>
    (hooks?.[phase] ?? []).every((hook) => ((ours?.[phase] ?? []) as unknown[]).includes(hook)),
  )

/** Whether nobody but the rules has a say in new bookings: another plugin's hooks must run. */
export const isOursAlone = ({ payload }: PayloadRequest): boolean =>
  isAsMade(payload.collections.bookings.config.hooks as Hooks, bookingHooks)

/** The same of what becomes of bookings and their visits, by a caller whom all rows are open. */
export const mayChangeTogether = async (req: PayloadRequest): Promise<boolean> => {
  const { bookings, appointments } = req.payload.collections
  return (
    isOursAlone(req) &&
    isAsMade(appointments.config.hooks as Hooks, appointmentHooks as Hooks) &&
    (await bookings.config.access.update({ req })) === true
  )
}
