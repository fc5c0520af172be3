import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DataVersions } from '../store/data-version.ts'
import { requestIdOf } from './caller.ts'
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts'
import type { PlainQuestion } from './plain-question.ts'

/** A question whose answer is being worked out, and may be kept. */
export interface Question {
  /** The version of the data, read after the question came and before its answer. */
  readonly data: string
  /** Keeps its answer for those who ask the same. */
  keep(answer: KeptAnswer): void
  /** It has been kept, or will not be: whoever waits for it waits no more. */
  settle(): void
}

/** What plugins are given of a request beside itself. */
export interface Received {
  /** The request as it came over the network; undefined when it came otherwise. */
  readonly req?: IncomingMessage
}

/** Answers what was asked before, in front of all that works answers out. */
export interface RepeatedQuestions {
  /** Whether the request was answered; if not, its answer is to be worked out. */
  answer(question: PlainQuestion, request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** The question that was received and not answered; null when its answer is not to be kept. */
  questionOf(received: Received | undefined): Question | null
}

/**
 * Gives an answer again while the data have the version for which it was worked out. The version is read after the request came, whoever
 * changed the data: an answer is never older than what was stored before it was asked for. Equal questions that come while the first is being worked
 * out wait for its answer.
 * @param kept null when nothing is kept.
 */
export function repeatedQuestions(kept: KeptAnswers | null, versions: DataVersions): RepeatedQuestions {
  const questions = new WeakMap<IncomingMessage, Question>()
  const underWay = new Map<string, { readonly data: string; readonly settled: Promise<void> }>()

  /** From here on, equal questions wait for this one. */
  function begin(key: string, data: string, answers: KeptAnswers): Question {
    const { promise: settled, resolve } = Promise.withResolvers<void>()
    const own = { data, settled }
    underWay.set(key, own)
    return {
      data,
      keep: (answer) => answers.keep(key, data, answer),
      settle() {
        if (underWay.get(key) === own) underWay.delete(key)
        resolve()
      },
    }
  }

  return {
    async answer({ manner, asked }, request, response) {
      if (kept === null) return false
      const key = `${manner}\n${asked}`
      // Without a version there may still be an answer, but no telling how old it is.
      const data = await versions.current().catch(() => null)
      if (data === null) return false
      const held = request.headers['if-none-match'] ?? ''
      let found = kept.find(key, data, held)
      const same = found === null ? underWay.get(key) : undefined
      if (same?.data === data) {
        await same.settled
        found = kept.find(key, data, held)
      }
      if (found !== null) {
        send(found, request, response)
        return true
      }
      // Whoever has gone by now is told of by no event, and others would wait for his answer for ever.
      if (response.destroyed) return true
      const question = begin(key, data, kept)
      questions.set(request, question)
      response.once('close', () => question.settle())
      return false
    },
    questionOf: (received) => (received?.req && questions.get(received.req)) ?? null,
  }
}

function send({ status, headers, body }: KeptAnswer, request: IncomingMessage, response: ServerResponse): void {
  const own = [...headers]
  own[own.indexOf('x-request-id') + 1] = requestIdOf(request.headers['x-request-id'])
  response.writeHead(status, own)
  response.end(body)
}
