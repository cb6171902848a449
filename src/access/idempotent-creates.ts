import { createHash } from 'node:crypto'
import type {
  CollectionAfterOperationHook,
  Endpoint,
  PayloadRequest,
  SanitizedConfig,
} from 'payload'
import { DomainError } from '../domain/domain-error.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { keepAnswer, withIdempotency } from './with-idempotency.ts'

const digest = (bytes: ArrayBuffer) => createHash('sha256').update(Buffer.from(bytes)).digest('hex')

/** A form by its fields and files: what stands between them is another text in every repeat. */
const partsOf = async (form: FormData): Promise<unknown[]> =>
  Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === 'string'
        ? [name, value]
        : [name, value.name, digest(await value.arrayBuffer())],
    ),
  )

const readForm = (copy: Request): Promise<FormData> =>
  copy.formData().catch(() => {
    throw new DomainError('invalid-input', 'The upload is not a complete form.', { status: 400 })
  })

/**
 * What the same request has in common; the request itself stays unread.
 * @throws {DomainError} invalid-input, for a form that breaks off
 */
const contentOf = async (req: PayloadRequest): Promise<unknown> => {
  const copy = (req as unknown as Request).clone()
  const isForm = req.headers.get('content-type')?.startsWith('multipart/form-data') ?? false
  return isForm ? partsOf(await readForm(copy)) : copy.text()
}

/** A new API key is shown once: what is stored for a repeat does not have it. */
const withoutKey = (answer: { doc?: { key?: unknown } }, slug: string) => {
  if (slug !== 'api-keys' || !answer.doc) return answer
  const { key: _key, ...doc } = answer.doc
  return { ...answer, doc }
}

const once = (endpoint: Endpoint, slug: string): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    if (!req.headers.has('idempotency-key')) return endpoint.handler(req)
    const { pathname, search } = new URL(req.url ?? '', 'http://x')
    const body = { content: await contentOf(req), search }
    const route = `POST ${pathname.replace(/^\/api(?=\/)/, '')}`
    return withIdempotency(req, { route, body }, (keep) =>
      inTransaction(
        req,
        async () => {
          const answer = await endpoint.handler(req)
          await keep(answer.status, withoutKey((await answer.clone().json()) as object, slug))
          return answer
        },
        // The body of a request can be read only once.
        { retries: 0 },
      ),
    )
  },
})

/** Under which keys of creates by GraphQL are kept. */
export const graphqlRoute = 'POST /graphql'

/** What is kept of a create by GraphQL: a repeat reads the record again, as it asks for it. */
export type Created = { id: string }

/** Keeps which record a mutation has made, in its own transaction; what rules make is not asked for. */
const keepCreated: CollectionAfterOperationHook = async ({
  operation,
  overrideAccess,
  req,
  result,
}) => {
  if (operation !== 'create' || req.payloadAPI !== 'GraphQL') return result
  // Only the door itself leaves this open; operations and hooks state it.
  if (overrideAccess !== undefined) return result
  const answer: Created = { id: String((result as { id: unknown }).id) }
  await keepAnswer(req, { route: graphqlRoute, status: 200, answer })
  return result
}

const isOfCreating = ({ method, path }: Endpoint): boolean =>
  method === 'post' && (path === '/' || path === '/:id/duplicate')

/** Every collection's generic create honours `Idempotency-Key`, as the commands do, at both doors. */
export const honourIdempotencyKeys = ({ collections }: SanitizedConfig): void => {
  for (const collection of collections) {
    const { slug, endpoints } = collection
    if (!endpoints || slug.startsWith('payload-')) continue
    collection.hooks.afterOperation.push(keepCreated)
    collection.endpoints = endpoints.map((endpoint) =>
      isOfCreating(endpoint) ? once(endpoint, slug) : endpoint,
    )
  }
}
