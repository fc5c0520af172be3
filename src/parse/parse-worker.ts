import { parentPort } from 'node:worker_threads'
import type { Source } from './formats/format.ts'
import { type Parsed, parse } from './parse.ts'

/** What the thread answers for a document. */
export type Answer = { readonly parsed: Parsed } | { readonly tooDeep: true } | { readonly failed: string }

// The thread of parse-in-worker.ts: a document comes in, an answer goes out, one at a time.
parentPort?.on('message', (source: Source) => {
  void answer(source).then((reply) => parentPort?.postMessage(reply))
})
parentPort?.postMessage('ready')

async function answer(source: Source): Promise<Answer> {
  try {
    return { parsed: await parse(source) }
  } catch (error) {
    if (error instanceof RangeError && /call stack/.test(error.message)) return { tooDeep: true }
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
