import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import { channelOf } from '../../access/channel-of.ts'
import { clientAddress } from '../../access/client-address.ts'
import type { AuditEvent } from '../../database/records/audit.ts'

/** Who acts, and through which door, as every entry of the history has it. */
export const whoActs = (
  req: PayloadRequest,
  { id, kind, name }: Actor,
): Pick<AuditEvent, 'actorId' | 'actorKind' | 'actorName' | 'channel' | 'ip'> => ({
  actorKind: kind,
  actorId: id ?? null,
  actorName: name,
  channel: channelOf(req),
  ip: clientAddress(req.headers),
})
