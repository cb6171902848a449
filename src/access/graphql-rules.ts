import { type ASTVisitor, GraphQLError, type ValidationContext, type ValidationRule } from 'graphql'
import type { PayloadRequest } from 'payload'

/** Deeper queries multiply rows: six levels of one relation starve the process (RELIABILITY §2 #27). */
const maxDepth = 6

const refuse =
  (message: string) =>
  (context: ValidationContext): ASTVisitor => {
    context.reportError(new GraphQLError(message))
    return {}
  }

const isShallow: ValidationRule = (context) => {
  let depth = 0
  return {
    Field: {
      enter: (node) => {
        if (node.selectionSet) depth += 1
        if (depth > maxDepth) {
          context.reportError(new GraphQLError(`A query nests at most ${maxDepth} levels.`))
        }
      },
      leave: (node) => {
        if (node.selectionSet) depth -= 1
      },
    },
    FragmentSpread: (node) =>
      context.reportError(new GraphQLError(`Write ${node.name.value} out: fragments are off.`)),
  }
}

/** GraphQL is for staff and API keys, a few levels deep, without fragments. */
export const graphqlRules = (args: { contextValue?: unknown }): ValidationRule[] => {
  const { req } = (args.contextValue ?? {}) as { req?: PayloadRequest }
  const user = req?.user as null | undefined | { collection: string; kind?: string }
  const isStaff = user?.collection === 'users' && user.kind !== 'fieldworker'
  const isOpen = isStaff || user?.collection === 'api-keys'
  return [isOpen ? isShallow : refuse('GraphQL is for staff and API keys. Sign in first.')]
}
