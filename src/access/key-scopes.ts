import type { Endpoint } from 'payload'
import type { z } from 'zod'
import { DomainError } from '../domain/domain-error.ts'
import { type Actor, actorOf } from './actor.ts'

/** `<collection>:read` or `<collection>:write`. */
type Scope = `${string}:${'read' | 'write'}`

/**
 * What an API key needs at an endpoint, on top of its role: every scope listed; none where strangers
 * may call it as well (`anyone`); and no key opens what belongs to a session (`people`).
 */
export type KeyScopes = 'anyone' | 'people' | readonly [Scope, ...Scope[]]

/** What an endpoint says of itself: who may call it, and for the reference what it takes and gives. */
export type EndpointFacts = {
  scopes: KeyScopes
  query?: z.ZodType
  body?: z.ZodType
  answer?: z.ZodType
}

/** An endpoint that says which scopes an API key needs for it. */
export type ScopedEndpoint = Omit<Endpoint, 'root'> & { custom: EndpointFacts }

const refused = (message: string) => new DomainError('not-allowed', message)

/** @throws {DomainError} not-allowed */
const assertKeyMay = (actor: Actor, scopes: KeyScopes | undefined): void => {
  if (scopes === 'anyone') return
  if (scopes === undefined || scopes === 'people') {
    throw refused('An API key does not open this. Sign in as a person.')
  }
  const missing = scopes.filter((scope) => !actor.scopes?.includes(scope))
  if (missing.length === 0) return
  throw refused(`This API key lacks the scope ${missing.join(', ')}. Add it to the key.`)
}

/** The endpoint with its scopes enforced; one that names none refuses every API key. */
export const withKeyScopes = <Scoped extends Omit<Endpoint, 'root'>>(endpoint: Scoped): Scoped => ({
  ...endpoint,
  handler: async (req) => {
    const actor = await actorOf(req)
    const { scopes } = (endpoint.custom ?? {}) as { scopes?: KeyScopes }
    if (actor.kind === 'api-key') assertKeyMay(actor, scopes)
    return endpoint.handler(req)
  },
})
