import {
  type ASTVisitor,
  type FieldNode,
  GraphQLError,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
} from 'graphql'
import type { PayloadRequest } from 'payload'

/** Deeper queries multiply rows: six levels of one relation starve the process. */
const maxDepth = 6
const maxRootFields = 10
const maxAliases = 10
/** Rows of one list, and of a list when nothing is said. */
const maxRows = 100
const usualRows = 10
/** Rows of all lists of one question, each as long as it may become. */
const maxRowsInAll = 2500

type Variables = Record<string, unknown>
type Report = (message: string) => void

const reportTo =
  (context: ValidationContext): Report =>
  (message) =>
    context.reportError(new GraphQLError(message, { extensions: { code: 'invalid-input' } }))

const refuse =
  (message: string) =>
  (context: ValidationContext): ASTVisitor => {
    reportTo(context)(message)
    return {}
  }

const isShallow: ValidationRule = (context) => {
  const report = reportTo(context)
  let depth = 0
  return {
    Field: {
      enter: (node) => {
        if (node.selectionSet) depth += 1
        if (depth > maxDepth) report(`A query nests at most ${maxDepth} levels.`)
      },
      leave: (node) => {
        if (node.selectionSet) depth -= 1
      },
    },
    FragmentSpread: (node) => report(`Write ${node.name.value} out: fragments are off.`),
    InlineFragment: () => report('Fragments are off.'),
  }
}

const isNarrow: ValidationRule = (context) => {
  const report = reportTo(context)
  let aliases = 0
  return {
    OperationDefinition: ({ selectionSet }) => {
      if (selectionSet.selections.length <= maxRootFields) return
      report(`Ask for ${maxRootFields} things at once at most.`)
    },
    Field: ({ alias, name }) => {
      if (alias) aliases += 1
      if (aliases === maxAliases + 1) report(`A query has ${maxAliases} aliases at most.`)
      if (name.value.startsWith('docAccess')) report(`${name.value} is not answered here.`)
    },
  }
}

const valueOf = (node: undefined | ValueNode, variables: Variables): unknown => {
  if (!node || node.kind === 'NullValue') return undefined
  if (node.kind === 'Variable') return variables[node.name.value] ?? undefined
  return 'value' in node ? node.value : null
}

const argument = ({ arguments: given = [] }: FieldNode, name: string): undefined | ValueNode =>
  given.find((one) => one.name.value === name)?.value

/** How long a list may become; null for what is no page of it. */
const rowsOf = (field: FieldNode, variables: Variables): null | number => {
  const limit = valueOf(argument(field, 'limit'), variables)
  if (limit === undefined) {
    return valueOf(argument(field, 'pagination'), variables) === false ? null : usualRows
  }
  const rows = Number(limit)
  return Number.isInteger(rows) && rows >= 1 && rows <= maxRows ? rows : null
}

const isShort =
  (given: Variables): ValidationRule =>
  (context) => {
    const report = reportTo(context)
    const variables: Variables = { ...given }
    const lists: number[] = []
    let all = 0
    const isList = (node: FieldNode) =>
      node.selectionSet?.selections.some((one) => one.kind === 'Field' && one.name.value === 'docs')
    return {
      VariableDefinition: ({ variable, defaultValue }) => {
        variables[variable.name.value] ??= valueOf(defaultValue, {})
      },
      Field: {
        enter: (node) => {
          const rows = rowsOf(node, variables)
          if (rows === null) report(`Ask for 1 to ${maxRows} rows of ${node.name.value}.`)
          if (!isList(node)) return
          lists.push((lists.at(-1) ?? 1) * (rows ?? maxRows))
          const before = all
          all += lists.at(-1) ?? 0
          if (all > maxRowsInAll && before <= maxRowsInAll) {
            report(`A query asks for ${maxRowsInAll} rows at most, all lists together.`)
          }
        },
        leave: (node) => {
          if (isList(node)) lists.pop()
        },
      },
    }
  }

/** GraphQL is for staff and API keys: a few levels deep, a few lists wide, without fragments. */
export const graphqlRules = (args: {
  contextValue?: unknown
  variableValues?: null | Variables
}): ValidationRule[] => {
  const { req } = (args.contextValue ?? {}) as { req?: PayloadRequest }
  const user = req?.user as null | undefined | { collection: string; kind?: string }
  const isStaff = user?.collection === 'users' && user.kind !== 'fieldworker'
  const isOpen = isStaff || user?.collection === 'api-keys'
  if (!isOpen) return [refuse('GraphQL is for staff and API keys. Sign in first.')]
  return [isShallow, isNarrow, isShort(args.variableValues ?? {})]
}
