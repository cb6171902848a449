import type { GraphQLNamedType, GraphQLObjectType, GraphQLScalarType } from 'graphql'
import type { Config } from 'payload'
import { readEmail } from '../domain/people/email.ts'

type Built = { collections: Record<string, { graphQL?: { type: GraphQLObjectType } }> }
type Queries = NonNullable<NonNullable<Config['graphQL']>['queries']>

/** The framework's type of e-mail addresses, as the fields of the customers have it. */
const emailType = (
  graphql: { getNamedType: (type: never) => GraphQLNamedType },
  { collections }: Built,
): GraphQLScalarType | undefined => {
  const { email } = collections['customers']?.graphQL?.type.getFields() ?? {}
  return email && (graphql.getNamedType(email.type as never) as GraphQLScalarType)
}

const asWritten = (value: unknown) => String(value)

/** An address in a question as it is stored; what is none equals nothing, or is part of one. */
const asStored = (value: unknown) => readEmail(String(value)) ?? String(value)

/** Lets addresses with letters beyond ASCII through GraphQL too, whose own type knows ASCII alone. */
export const allowEveryEmail: Queries = (graphql, built) => {
  const type = emailType(graphql as never, built as unknown as Built)
  if (type) {
    type.serialize = asWritten
    type.parseValue = asStored
    type.parseLiteral = (node) => asStored('value' in node ? node.value : '')
  }
  return {}
}
