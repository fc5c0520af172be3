import autocannon from 'autocannon'
import type { Round } from './rounds.ts'
import type { Request } from './scenarios/scenario.ts'
import { percentile } from './statistics.ts'

export interface Load {
  readonly address: string
  readonly requests: readonly Request[]
  readonly connections: number
  /** How many answers are asked for in all. */
  readonly answers: number
  /** The status of a good answer. */
  readonly status: number
}

/**
 * Asks over so many connections, which are kept open, one request after the other on each, until there are so many answers.
 * @throws Error when any answer is missing, has another status, or has errors.
 */
export async function playRound({ address, requests, connections, answers, status }: Load): Promise<Round> {
  const took: number[] = []
  let bytes = 0
  let others = 0
  let seats = 0
  let wrong: string | undefined
  const began = performance.now()
  let ended = began
  // Its types say that it gives a promise alone.
  const round = autocannon({
    url: address,
    connections,
    amount: Math.max(answers, connections),
    timeout: 60,
    // It looks that often whether it is done.
    sampleInt: 50,
    // Each connection begins elsewhere: otherwise all would ask the same at the same time.
    setupClient: (client) => {
      const from = Math.floor((seats * requests.length) / connections)
      seats += 1
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)].map((request) => ({ ...request })))
    },
    verifyBody: (body) => {
      if (!body?.includes('"errors":[')) return true
      wrong ??= String(body)
      return false
    },
  }) as Promise<autocannon.Result> & autocannon.Instance
  round.on('response', (_client, code, size, milliseconds) => {
    ended = performance.now()
    took.push(milliseconds)
    bytes += size
    if (code !== status) others += 1
  })
  const { errors, mismatches } = await round
  if (errors > 0 || mismatches > 0 || others > 0 || took.length === 0) {
    throw new Error(
      `Expected ${address} to answer every request by ${status}, got ${took.length} answers, ${others} of another status, ${mismatches} with errors, and ${errors} failures. ${wrong?.slice(0, 500) ?? ''}`,
    )
  }
  return {
    perSecond: took.length / ((ended - began) / 1_000),
    p50: percentile(took, 50),
    p95: percentile(took, 95),
    p99: percentile(took, 99),
    bytes: bytes / took.length,
  }
}
