import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { type AuditEvent, writeAudit } from '../../database/records/audit.ts'
import { whoActs } from './who-acts.ts'

/** Keeps an act of the caller that changes no field of its subject, such as mailing a link. */
export const recordAct = async (
  req: PayloadRequest,
  act: Pick<AuditEvent, 'command' | 'subjectId' | 'subjectType'>,
): Promise<void> => writeAudit(req, [{ ...act, ...whoActs(req, await actorOf(req)), changes: {} }])
