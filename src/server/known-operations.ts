import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DocumentNode, ExecutionArgs, ExecutionResult } from 'graphql'
import { isAsyncIterable } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import type { Context } from '../graphql/context.ts'
import { answerText } from '../graphql/list-text.ts'
import { requestIdOf } from './caller.ts'
import { compressedBody } from './compressed-body.ts'
import { executeInLoops } from './execute-in-loops.ts'
import { openDeadline } from './open-deadline.ts'
import { complexityRefusal } from './operation-cost.ts'
import type { PlainQuestion } from './plain-question.ts'
import type { Question } from './repeated-questions.ts'
import { isTooDeep } from './variable-levels.ts'

// Of an operation that was answered once, everything is known but what it says this time: it is parsed, valid and within the limits of documents. So is how whoever asks in
// this manner is answered. When it comes again, with whatever variables, it is executed and answered here, in front of the framework, which takes
// more time than most executions. Only queries come here, by POST and without a key. Whatever is not an answer without errors is left to the framework, which is told what
// came of the execution: nothing is executed twice.

/** An operation, as the framework has executed it. */
export interface KnownOperation {
  readonly schema: ExecutionArgs['schema']
  readonly document: DocumentNode
  readonly operationName: string | null
  readonly execute: Execute
}

export type Execute = (args: ExecutionArgs) => unknown

/** The headers of an answer, before it is compressed. */
export type Headers = readonly (readonly [name: string, value: string])[]

export interface KnownOperations {
  /** Whether the request was answered; if not, the framework is to answer it. */
  answer(
    question: PlainQuestion,
    request: IncomingMessage,
    response: ServerResponse,
    kept: Question | null,
  ): Promise<boolean>
  /** What came of the request's execution, where that was no answer without errors. */
  executionOf(request: IncomingMessage | undefined): Promise<unknown> | undefined
  /** The operation that the request asks for was answered without errors, by these headers. */
  learn(request: IncomingMessage | undefined, operation: KnownOperation, headers: Headers): void
}

export interface KnownOperationsOptions {
  /** The context of a caller without a key. */
  readonly contextOf: (actor: Context['actor'], kept: Question | null) => Promise<Context>
  /** Milliseconds that an operation may take. */
  readonly timeout: number
}

/** Characters of the operations that are known, all together. */
const MOST_CHARACTERS = 100_000

/** How many manners of asking are known: headers are whatever callers send. */
const MOST_MANNERS = 100

export function openKnownOperations({ contextOf, timeout }: KnownOperationsOptions): KnownOperations {
  const operations = new LRUCache<string, KnownOperation>({
    maxSize: MOST_CHARACTERS,
    maxEntrySize: MOST_CHARACTERS / 10,
    sizeCalculation: (_operation, name) => name.length,
  })
  const manners = new LRUCache<string, Headers>({ max: MOST_MANNERS })
  /** What may be learnt from the answers that are being worked out. */
  const asked = new WeakMap<IncomingMessage, { readonly manner: string; readonly name: string }>()
  const executions = new WeakMap<IncomingMessage, Promise<unknown>>()

  async function answered(
    { manner, body }: PlainQuestion,
    request: IncomingMessage,
    response: ServerResponse,
    kept: Question | null,
  ): Promise<boolean> {
    const parameters = body === null ? null : parametersIn(body)
    if (parameters === null) return false
    const { name, variables } = parameters
    const [operation, headers] = [operations.get(name), manners.get(manner)]
    if (operation === undefined || headers === undefined) {
      asked.set(request, { manner, name })
      return false
    }
    if (isTooDeep(variables)) return false
    let isForAll = true
    const nobody = async () => {
      isForAll = false
      return null
    }
    const contextValue = await contextOf(nobody, kept)
    const { schema, document, operationName, execute } = operation
    const args = { schema, document, operationName, variableValues: variables, contextValue }
    if (complexityRefusal(args) !== null) return false
    // Whoever has gone by now is told of by no event.
    if (response.destroyed) return true
    const { signal, giveUp, close } = openDeadline(timeout)
    const leave = () => giveUp()
    response.once('close', leave)
    const execution = executeInLoops(execute, Object.assign(args, { signal })).finally(() => {
      close()
      response.off('close', leave)
    })
    const text = await execution.then(textOf).catch(() => null)
    if (response.destroyed) return true
    if (text === null) {
      executions.set(request, execution)
      return false
    }
    const { body: sent, encoding } = await compressedBody(text, request.headers['accept-encoding'])
    const length = Buffer.byteLength(sent)
    const own = [
      ...headers.flatMap(([name, value]) => [name, ownValue(name, request, length) ?? value]),
      ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
    ]
    response.writeHead(200, own)
    // Figures and codes are ASCII, which is written as it is.
    response.end(sent, typeof sent === 'string' && length === sent.length ? 'latin1' : 'utf8')
    if (isForAll) kept?.keep({ status: 200, headers: own, body: Buffer.from(sent) })
    return true
  }

  return {
    async answer(question, request, response, kept) {
      // Whatever is thrown, the framework comes upon it as well, and tells of it.
      const isAnswered = await answered(question, request, response, kept).catch(() => response.headersSent)
      // Nobody waits for an answer that does not come.
      if (isAnswered) kept?.settle()
      return isAnswered
    },
    executionOf: (request) => request && executions.get(request),
    learn(request, operation, headers) {
      const found = request && asked.get(request)
      if (found === undefined) return
      operations.set(found.name, operation)
      manners.set(found.manner, headers)
    },
  }
}

/** What a header of this answer says that was said otherwise in others. */
function ownValue(name: string, request: IncomingMessage, length: number): string | undefined {
  if (name === 'x-request-id') return requestIdOf(request.headers['x-request-id'])
  if (name === 'content-length') return String(length)
}

/** The answer of an execution without errors; null of any other. */
function textOf(result: unknown): string | null {
  if (isAsyncIterable(result)) return null
  const whole = result as ExecutionResult
  return whole.errors === undefined ? answerText(whole) : null
}

type Variables = Readonly<Record<string, unknown>> | null | undefined

/** What a body asks for: the name of its operation, and its variables. Null where there is more in it, or less. */
function parametersIn(body: string): { readonly name: string; readonly variables: Variables } | null {
  const parameters = objectIn(body)
  if (parameters === null) return null
  const { query, documentId, operationName, variables, extensions, ...others } = parameters
  if (Object.keys(others).length > 0 || ![query, documentId, operationName].every(isTextOrNothing)) return null
  if (!isObjectOrNothing(variables) || !isObjectOrNothing(extensions)) return null
  if (extensions != null && ('cost' in extensions || 'persistedQuery' in extensions)) return null
  return { name: JSON.stringify([query, documentId, operationName]), variables }
}

function objectIn(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null
  } catch {
    return null
  }
}

const isTextOrNothing = (value: unknown) => value == null || typeof value === 'string'

const isObjectOrNothing = (value: unknown): value is Variables =>
  value == null || (typeof value === 'object' && !Array.isArray(value))
