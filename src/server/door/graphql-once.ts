import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  visit,
} from 'graphql'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { type Created, graphqlRoute } from '../../access/idempotent-creates.ts'
import { withIdempotency } from '../../access/with-idempotency.ts'
import { refusal } from './refusal.ts'

type Asked = { query: string; variables?: unknown; operationName?: unknown }
type Ask = (request: Request) => Promise<Response>

const operationIn = ({ query, operationName }: Asked): OperationDefinitionNode | undefined => {
  const operations = parse(query, { noLocation: true }).definitions.filter(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  )
  return operations.find(({ name }) => !operationName || name?.value === operationName)
}

const isCreate = ({ name }: FieldNode): boolean => /^create[A-Z]/.test(name.value)

/**
 * The mutation that creates a record, if this is one.
 * @throws {Refusal} invalid-input 422 where one key would have to stand for several changes
 */
const createIn = (asked: Asked): { of: OperationDefinitionNode; field: FieldNode } | null => {
  const of = operationIn(asked)
  if (of?.operation !== OperationTypeNode.MUTATION) return null
  const fields = of.selectionSet.selections.filter((one) => one.kind === Kind.FIELD)
  const [field] = fields
  if (!field || !fields.some(isCreate)) return null
  if (fields.length === 1) return { of, field }
  const message = 'With an Idempotency-Key, create one record at a time.'
  throw refusal(422, 'invalid-input', message, 'Idempotency-Key')
}

/** The question that reads what the mutation has made, in the words of the mutation. */
const readingOf = (
  { of, field }: { of: OperationDefinitionNode; field: FieldNode },
  id: string,
): string => {
  const used = new Set<string>()
  const { selectionSet } = field
  if (selectionSet) visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) })
  const one: FieldNode = {
    kind: Kind.FIELD,
    alias: field.alias ?? field.name,
    name: { kind: Kind.NAME, value: field.name.value.replace(/^create/, '') },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'id' },
        value: { kind: Kind.STRING, value: id },
      },
    ],
    ...(selectionSet && { selectionSet }),
  }
  return print({
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [one] },
    variableDefinitions: (of.variableDefinitions ?? []).filter(({ variable }) =>
      used.has(variable.name.value),
    ),
  })
}

const sameRequest = ({ url, headers }: Request, body: Asked): Request =>
  new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })

/** An answer that says no: it frees its key. */
class Refused extends Error {
  readonly answer: Response

  constructor(answer: Response) {
    super('GraphQL refused the mutation.')
    this.answer = answer
  }
}

const callerOf = async (payload: Payload, headers: Headers): Promise<PayloadRequest> => {
  const { user } = await payload.auth({ headers })
  return createLocalReq({ ...(user && { user }), req: { headers } }, payload)
}

/**
 * Answers GraphQL, and a mutation that creates a record once for each `Idempotency-Key`: a repeat
 * reads the record that there is. Which one was made is kept in the transaction of the mutation.
 * @throws {DomainError} idempotency-mismatch 422, in-progress 409
 * @throws {Refusal} invalid-input 422
 */
export const graphqlOnce = async (
  payload: Payload,
  request: Request,
  ask: Ask,
): Promise<Response> => {
  if (!request.headers.has('idempotency-key')) return ask(request)
  const asked = (await request.clone().json()) as Asked
  const create = createIn(asked)
  if (!create) return ask(request)
  const req = await callerOf(payload, request.headers)
  try {
    const answer = await withIdempotency(req, { route: graphqlRoute, body: asked }, async () => {
      const made = await ask(request)
      const { errors } = (await made.clone().json()) as { errors?: unknown }
      if (errors) throw new Refused(made)
      return made
    })
    if (!answer.headers.has('idempotent-replayed')) return answer
    const { id } = (await answer.json()) as Created
    const again = await ask(sameRequest(request, { ...asked, query: readingOf(create, id) }))
    again.headers.set('idempotent-replayed', 'true')
    return again
  } catch (error) {
    if (error instanceof Refused) return error.answer
    throw error
  }
}
