import { LRUCache } from 'lru-cache'
import { isAmong } from './etag.ts'

/** An answer as it goes to a caller. */
export interface KeptAnswer {
  readonly status: number
  /** Names and values by turns; the value of `X-Request-Id` is that of each request. */
  readonly headers: readonly string[]
  /** Null for an answer without a body. */
  readonly body: Buffer | null
}

/** What one question was answered with while the data had one version. */
interface Kept {
  readonly data: string
  /** The tag of the answer; null where it has none. */
  readonly etag: string | null
  readonly whole: KeptAnswer | null
  /** What is told to those who hold the answer. */
  readonly unchanged: KeptAnswer | null
}

/** Answers, by their question, to be given again while the data have not changed. */
export interface KeptAnswers {
  /**
   * The answer to the question while the data have this version; null when none is kept.
   * @param held the tags that the caller holds, as `If-None-Match` tells; empty when none.
   */
  find(question: string, data: string, held: string): KeptAnswer | null
  /** Keeps an answer that was worked out after this version of the data was read. */
  keep(question: string, data: string, answer: KeptAnswer): void
}

/** What an entry takes beside its bodies and its question: objects and headers. */
const OVERHEAD = 2_000

/** Keeps so many bytes of answers in this process; those that nobody has asked for the longest go first. */
export function openKeptAnswers(bytes: number): KeptAnswers {
  const kept = new LRUCache<string, Kept>({
    maxSize: bytes,
    // One answer does not drive out all others.
    maxEntrySize: Math.floor(bytes / 10),
    sizeCalculation: ({ whole }, question) => OVERHEAD + question.length + (whole?.body?.length ?? 0),
  })
  return {
    find(question, data, held) {
      const found = kept.get(question)
      if (found?.data !== data) return null
      const holds = found.etag !== null && held !== '' && isAmong(held, found.etag)
      return holds ? found.unchanged : found.whole
    },
    keep(question, data, answer) {
      const found = kept.get(question)
      const others = found?.data === data ? found : { whole: null, unchanged: null }
      const as = answer.status === 304 ? { unchanged: answer } : { whole: answer }
      kept.set(question, { ...others, ...as, data, etag: headerOf(answer, 'etag') })
    },
  }
}

function headerOf({ headers }: KeptAnswer, name: string): string | null {
  const at = headers.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name)
  return headers[at + 1] ?? null
}
