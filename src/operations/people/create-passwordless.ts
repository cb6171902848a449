import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { channelOf } from '../../access/channel-of.ts'
import { clientAddress } from '../../access/client-address.ts'
import { commandOf } from '../../access/command.ts'
import { writeAudit } from '../../database/audit.ts'

type NewCustomer = { name: string; email: string; phone: string | null }

/**
 * A customer who has never chosen a password, with the history entry of any other record. The
 * framework's own create would hash one that nobody knows, at a third of a second of CPU for each
 * booking; without a hash no password fits, and a mailed link signs in.
 */
export const createPasswordless = async (
  req: PayloadRequest,
  { name, email, phone }: NewCustomer,
): Promise<string> => {
  const data = { name, email, phone, active: true, marketing: false }
  const customer = await req.payload.db.create({ collection: 'customers', data, req })
  const actor = await actorOf(req)
  await writeAudit(req, [
    {
      subjectType: 'customers',
      subjectId: String(customer.id),
      command: commandOf(req) ?? 'create',
      actorKind: actor.kind,
      actorId: actor.id ?? null,
      actorName: actor.name,
      channel: channelOf(req),
      ip: clientAddress(req.headers),
      changes: { name: [null, name], email: [null, email], phone: [null, phone] },
    },
  ])
  return String(customer.id)
}
