import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Plugin } from 'graphql-yoga'

/** Compiling takes some tens of milliseconds: who asks once is answered sooner without. */
const ASKED_BEFORE = 2

/** A query of a document, and how often it was asked. */
interface Asked {
  count: number
  /** Undefined before it is compiled, null when it cannot be. */
  compiled: CompiledQuery['query'] | null | undefined
}

/**
 * Phase: execution. A query that comes again is compiled, which takes a third of the time where an answer has thousands of fields. What
 * is compiled answers when all goes well: variables that cannot be used and answers with errors are the executor's, and so are mutations,
 * subscriptions, answers in parts, and whatever may hold an object that is for some callers only. A query changes nothing, so that it
 * may be worked out twice.
 */
export function compiledQueries(): Plugin {
  const byDocument = new WeakMap<DocumentNode, Map<string, Asked>>()
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const query = compiled(byDocument, args)
      if (query === null) return
      setExecuteFn((given: ExecutionArgs & { readonly signal?: AbortSignal }) => {
        const answer = query(given.rootValue, given.contextValue, given.variableValues)
        if (!(answer instanceof Promise)) return answer.errors === undefined ? answer : executeFn(given)
        return beforeAbort(answer, given.signal).then((result) =>
          result.errors === undefined ? result : executeFn(given),
        )
      })
    },
  }
}

function compiled(byDocument: WeakMap<DocumentNode, Map<string, Asked>>, args: ExecutionArgs) {
  const { schema, document, operationName, variableValues } = args
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== OperationTypeNode.QUERY) return null
  const queries = byDocument.get(document) ?? new Map<string, Asked>()
  byDocument.set(document, queries)
  const asked = queries.get(operation.name?.value ?? '') ?? { count: 0, compiled: undefined }
  queries.set(operation.name?.value ?? '', asked)
  asked.count += 1
  if (asked.compiled === undefined && asked.count > ASKED_BEFORE) asked.compiled = compile(schema, document, operation)
  return asked.compiled && areUsable(schema, operation, variableValues) ? asked.compiled : null
}

function compile(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
  if (isInParts(document) || mayHoldProtected(schema, document)) return null
  const query = compileQuery(schema, document, operation.name?.value, { disableLeafSerialization: false })
  return isCompiledQuery(query) ? query.query : null
}

function isInParts(document: DocumentNode): boolean {
  const names = new Set<string>()
  visit(document, {
    Directive({ name }) {
      names.add(name.value)
    },
  })
  return names.has('defer') || names.has('stream')
}

/**
 * Whether a type is among what the document may answer with that asks who the caller is before an object is taken for one of it. What is
 * compiled does not tell types the context, and what they throw then leaves the answer under way for ever.
 */
function mayHoldProtected(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema)
  let found = false
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const type = getNamedType(types.getType())
        const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type]
        if (possible.some(isProtected)) found = true
      },
    }),
  )
  return found
}

const isProtected = (type: GraphQLNamedType | null | undefined): boolean =>
  (type?.extensions as { pothosOptions?: { authScopes?: unknown } } | undefined)?.pothosOptions?.authScopes !==
  undefined

/** Whether GraphQL.js takes the variables: what it says of others is what callers are told. */
function areUsable(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  values: unknown,
): boolean {
  if (variableDefinitions.length === 0) return true
  const { errors } = getVariableValues(schema, variableDefinitions, (values ?? {}) as Record<string, unknown>)
  return errors === undefined
}

/** What is compiled knows of no deadline: whoever waits does. */
function beforeAbort(answer: Promise<ExecutionResult>, signal: AbortSignal | undefined): Promise<ExecutionResult> {
  if (signal === undefined) return answer
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    if (signal.aborted) return leave()
    signal.addEventListener('abort', leave, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
