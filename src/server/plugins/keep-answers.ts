import { getOperationAST } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Database } from '../../store/database.ts'
import { callerOf } from '../caller.ts'
import type { Received, RepeatedQuestions } from '../repeated-questions.ts'

export interface KeepAnswersOptions {
  readonly database: Database
  readonly repeated: RepeatedQuestions
}

/**
 * Phase: the answer, when all else is done. Keeps what may be given to whoever asks the same: an answer to a query, whole, without an
 * error, for which nobody asked who the caller is; and that such an answer has not changed (304).
 */
export function keepAnswers({ database, repeated }: KeepAnswersOptions): Plugin<Received, Received> {
  const answered = new WeakSet<Request>()
  return {
    onExecute({ args: { document, operationName, contextValue } }) {
      const isQuery = getOperationAST(document, operationName)?.operation === 'query'
      if (isQuery) answered.add(contextValue.request)
      // What may take any time, and is not kept, is waited for by nobody.
      else repeated.questionOf(contextValue)?.settle()
    },
    onSubscribe({ args: { contextValue } }) {
      repeated.questionOf(contextValue)?.settle()
    },
    onResultProcess({ request, result }) {
      if (Array.isArray(result) || isAsyncIterable(result) || result.errors !== undefined) answered.delete(request)
    },
    async onResponse({ request, response, setResponse, serverContext, fetchAPI }) {
      const question = repeated.questionOf(serverContext)
      if (question === null) return
      const { status, statusText, headers } = response
      const isForAll = !callerOf(request, database).wasAskedFor()
      if (status === 304) {
        question.keep({ status, headers: [...headers].flat(), body: null })
      } else if (status === 200 && answered.has(request) && isForAll) {
        const body = Buffer.from(await response.arrayBuffer())
        setResponse(new fetchAPI.Response(body, { status, statusText, headers }))
        question.keep({ status, headers: [...headers].flat(), body })
      }
      question.settle()
    },
  }
}
