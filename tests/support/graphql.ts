import { createRequire } from 'node:module'
import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLSchema } from 'graphql'
import { createPayloadRequest } from 'payload'
import type { App } from './app.ts'
import type { Person } from './people.ts'
import { signIn } from './sign-in.ts'

/** The copy of the library that the framework builds its schema with. */
const { execute, parse, specifiedRules, validate } = createRequire(import.meta.url)(
  'graphql',
) as typeof import('graphql')

type Rules = ReturnType<typeof configToSchema>['validationRules']

let built: { schema: GraphQLSchema; validationRules: Rules } | undefined

/** Runs one GraphQL operation as a person, with the rules of the product's own door. */
export const askGraphql = async (
  app: App,
  as: Person,
  source: string,
): Promise<{ data?: unknown; errors?: readonly { message: string }[] }> => {
  const { config, db } = app.payload
  built ??= configToSchema(config)
  const { schema, validationRules } = built
  const headers = new Headers(await signIn(app.payload, as))
  headers.set('content-type', 'application/json')
  const body = JSON.stringify({ query: source })
  const url = `${config.serverURL}/api/graphql`
  const req = await createPayloadRequest({
    config,
    payloadInstanceCacheKey: new URL(app.url).pathname.slice(1),
    request: new Request(url, { method: 'POST', headers, body }),
  })
  if (req.payload.db !== db) throw new Error('The request went to another database.')
  const document = parse(source)
  const contextValue = { req, headers: {} }
  const rules = validationRules({ contextValue, document, schema } as never)
  const errors = validate(schema, document, [...specifiedRules, ...rules] as never)
  if (errors.length > 0) return { errors }
  return await execute({ schema, document, contextValue })
}
