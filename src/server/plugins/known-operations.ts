import { type ExecutionArgs, getOperationAST } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Database } from '../../store/database.ts'
import { callerOf } from '../caller.ts'
import type { KnownOperation, KnownOperations } from '../known-operations.ts'
import type { Received } from '../repeated-questions.ts'
import { inOnePieceAlready } from './in-one-piece.ts'

export interface KnownOperationsPluginOptions {
  readonly database: Database
  readonly known: KnownOperations
}

/**
 * Phase: execution, before anything has changed what is executed, and the answer, before anything has changed that. What was executed in front of the framework is not executed
 * again; an operation that is answered without errors is known from then on.
 */
export function knownOperations({ database, known }: KnownOperationsPluginOptions): Plugin<Received, Received> {
  const executed = new WeakMap<Request, KnownOperation>()
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const {
        schema,
        document,
        operationName = null,
        contextValue,
      } = args as ExecutionArgs & {
        contextValue: Received & { request: Request }
      }
      const execution = known.executionOf(contextValue.req)
      if (execution !== undefined) {
        setExecuteFn(() => execution as ReturnType<typeof executeFn>)
        return
      }
      if (getOperationAST(document, operationName)?.operation !== 'query' || !inOnePieceAlready(document)) return
      executed.set(contextValue.request, { schema, document, operationName, execute: executeFn })
    },
    onResultProcess({ request, result }) {
      if (Array.isArray(result) || isAsyncIterable(result) || result.errors !== undefined) executed.delete(request)
    },
    onResponse({ request, response: { status, headers }, serverContext }) {
      const operation = executed.get(request)
      // Whoever takes any text is answered by a stream of events, of which the body is another one.
      const isJson = /^application\/(graphql-response\+)?json\b/.test(headers.get('content-type') ?? '')
      if (operation === undefined || status !== 200 || !isJson || callerOf(request, database).wasAskedFor()) return
      known.learn(serverContext?.req, operation, [...headers])
    },
  }
}
