import { setTimeout as sleep } from 'node:timers/promises'
import type { GraphQLError } from 'graphql'
import { refusal } from '../graphql/refusals.ts'
import type { Database } from '../store/database.ts'
import {
  claimRequest,
  type IdempotentRequest,
  type KeptAnswer,
  keepAnswer,
  releaseRequest,
} from '../store/idempotent-answers.ts'
import { openPresence } from '../store/presence.ts'
import { badRequest } from './errors.ts'

/** A request that this process works out: its answer is kept, or it is free for the next one. */
export interface Claim {
  keep(answer: KeptAnswer): Promise<void>
  release(): Promise<void>
}

/** First answers to requests that carry an Idempotency-Key. */
export interface FirstAnswers {
  /**
   * The first answer, or a claim to work it out. One that is under way is waited for.
   * @throws GraphQLError IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_USE
   */
  claim(request: IdempotentRequest, signal: AbortSignal): Promise<Claim | KeptAnswer>
  close(): Promise<void>
}

const BETWEEN_LOOKS = 250

/** First answers in a database; one that is under way is waited for so many milliseconds. */
export function openFirstAnswers(database: Database, patience: number): FirstAnswers {
  const presence = openPresence(database)
  /** What this process has under way, by key and name: who waits for it need not ask the store. */
  const underWay = new Map<string, Promise<void>>()

  function claimed(request: IdempotentRequest, owner: string): Claim {
    const name = `${request.keyId} ${request.idempotencyKey}`
    const { promise, resolve } = Promise.withResolvers<void>()
    underWay.set(name, promise)
    const settled = async (how: Promise<void>) => {
      await how.finally(() => {
        if (underWay.get(name) === promise) underWay.delete(name)
        resolve()
      })
    }
    return {
      keep: (answer) => settled(keepAnswer(database, request, owner, answer)),
      release: () => settled(releaseRequest(database, request, owner)),
    }
  }

  return {
    async claim(request, signal) {
      const until = Date.now() + patience
      while (true) {
        const owner = await presence.number()
        const found = await claimRequest(database, request, owner)
        if (found.state === 'OURS') return claimed(request, owner)
        if (found.state === 'ANSWERED') return found
        if (found.state === 'REUSED') throw keyReused(request.idempotencyKey)
        if (Date.now() >= until || signal.aborted) throw keyInUse(request.idempotencyKey)
        const local = underWay.get(`${request.keyId} ${request.idempotencyKey}`)
        await Promise.race([local, sleep(BETWEEN_LOOKS)].filter((wait) => wait !== undefined))
      }
    },
    close: () => presence.close(),
  }
}

/** The name that a request has by its header; null when it has none. */
export function idempotencyKeyOf({ headers }: Request): string | null {
  const name = headers.get('idempotency-key')
  if (name === null || /^[\x21-\x7e]{1,255}$/.test(name)) return name
  throw badRequest(
    'Expected an Idempotency-Key of 1 to 255 visible characters of ASCII, got another one. A UUID will do.',
  )
}

function keyReused(name: string): GraphQLError {
  return refusal(
    'IDEMPOTENCY_KEY_REUSED',
    `Expected the request that was first sent with the Idempotency-Key "${name}", got another one. Give each request a key of its own.`,
    { http: { status: 422 } },
  )
}

function keyInUse(name: string): GraphQLError {
  return refusal(
    'IDEMPOTENCY_KEY_IN_USE',
    `Expected the request with the Idempotency-Key "${name}" to be answered, and it is still under way. Send this one again a little later.`,
    { http: { status: 409, headers: { 'Retry-After': '1' } } },
  )
}
