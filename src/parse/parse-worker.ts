import { serialize } from 'node:v8'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import type { Source } from './formats/format.ts'

/** What the process answers for a document. */
export type Answer =
  /** `Parsed`, serialised; and whether the process holds so much memory that the next document should have another. */
  | { readonly parsed: Uint8Array; readonly isSpent: boolean }
  /** What came, to stand behind "got". */
  | { readonly tooComplex: string }
  | { readonly failed: string }

/** What is read from a document is not larger than this, in bytes: whoever waits for it must have room for it. */
const LARGEST_ANSWER = 32_000_000
/** In milliseconds. */
const BETWEEN_LOOKS = 50

// The process of parse-in-worker.ts: a document comes in, an answer goes out, one at a time. A thread beside it watches over its memory.
if (isMainThread) await serve(Number(process.argv[2]) * 1_000_000)
else watch(workerData)

async function serve(mostBytes: number): Promise<void> {
  const { parse } = await import('./parse.ts')
  const answer = async (source: Source): Promise<Answer> => {
    try {
      const parsed = serialize(await parse(source))
      if (parsed.length > LARGEST_ANSWER) return { tooComplex: 'one that says more than a report can' }
      return { parsed, isSpent: process.memoryUsage.rss() > mostBytes / 2 }
    } catch (error) {
      if (error instanceof RangeError && /call stack/.test(error.message)) {
        return { tooComplex: 'one whose parts are nested too deep' }
      }
      return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
  process.on('message', (source: Source) => {
    void answer(source).then((reply) => process.send?.(reply))
  })
  process.once('disconnect', () => process.exit())
  // Whoever started it ends it. What a library still does for a document that has its answer is of no interest.
  for (const event of ['SIGINT', 'SIGTERM', 'unhandledRejection'] as const) process.on(event, () => undefined)
  new Worker(new URL(import.meta.url), { workerData: mostBytes }).unref()
  process.send?.('ready')
}

/** Ends the process when it takes more memory than that, or when nobody is left to hear its answer. */
function watch(mostBytes: number): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.memoryUsage.rss() > mostBytes || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, BETWEEN_LOOKS)
}
