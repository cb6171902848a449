import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import type { StartCompany, StartedCompany } from '../../contracts/setup/start-company.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockStream } from '../../database/locks.ts'
import { emptyCompany } from '../../database/setup/empty-company.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { isOffice } from '../../domain/bookings/office.ts'
import { embedSnippet } from '../../domain/setup/embed-snippet.ts'
import { assertMayStart } from '../../domain/setup/may-start.ts'
import { recordAct } from '../../steps/records/record-act.ts'
import { readStart } from './read-start.ts'
import { writeCatalogue, writeSettings } from './write-company.ts'

const answerOf = (
  req: PayloadRequest,
  { id, slug }: { id: string; slug: string },
): StartedCompany => {
  const { origin } = new URL(req.payload.config.serverURL)
  return {
    service: { id, slug },
    bookingPage: new URL(`/book/${encodeURIComponent(slug)}`, origin).href,
    embed: embedSnippet({ origin, service: slug }),
  }
}

/**
 * Sets a company up so that customers can book: settings, place, service, hours and a fieldworker.
 * The demo company is deleted first, where it is there. All or nothing.
 * @throws {DomainError} not-allowed, already-set-up, invalid-input
 */
export const startCompany = async (
  req: PayloadRequest,
  start: StartCompany,
): Promise<StartedCompany> => {
  const actor = await actorOf(req)
  if (!actor.id || !isOffice(actor) || !may(actor, 'roles.edit')) {
    throw new DomainError('not-allowed', 'Only an administrator can set the company up.')
  }
  const keep = actor.id
  return inTransaction(req, async () => {
    await lockStream(req, 'start-company')
    const { since, ...facts } = await readStart(req)
    assertMayStart(facts, start.emptying)
    if (since) await emptyCompany(req, { keep, since })
    await writeSettings(req, start)
    const service = await writeCatalogue(req, start)
    const subject = { subjectType: 'company', subjectId: 'company' }
    await recordAct(req, { command: 'start-company', ...subject })
    return answerOf(req, service)
  })
}
