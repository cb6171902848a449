import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import type { AddFieldworker, AddFieldworkerAnswer } from '../../contracts/people/team.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { usualForNewcomers } from './usual-for-newcomers.ts'
import { giveLogin } from './give-login.ts'

/**
 * Adds a fieldworker, with a login where asked: both or neither. What is left out is as it usually
 * is in the company, so that a name is enough to be offered work.
 * @throws {DomainError} not-allowed, invalid-input
 */
export const addFieldworker = (
  req: PayloadRequest,
  { login, ...given }: AddFieldworker,
): Promise<AddFieldworkerAnswer> =>
  inTransaction(req, async () => {
    const actor = await actorOf(req)
    if (!may(actor, 'fieldworker.edit')) {
      throw new DomainError('not-allowed', 'Your role may not add people to the team.')
    }
    const usual = await usualForNewcomers(req)
    const { id } = await req.payload.create({
      collection: 'fieldworkers',
      data: { ...usual, ...given, active: true } as never,
      depth: 0,
      req,
      overrideAccess: false,
    })
    return { id, user: login ? await giveLogin(req, { id }) : null }
  })
