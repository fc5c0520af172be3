import { Worker } from 'node:worker_threads'
import type { Source } from './formats/format.ts'
import type { Parsed } from './parse.ts'
import { tooComplex } from './parse-error.ts'
import type { Answer } from './parse-worker.ts'

/** The longest that reading a document may take, in milliseconds. */
export const MOST_MILLISECONDS = 5_000
/** The most memory that it may take, in megabytes. */
export const MOST_MEGABYTES = 512
/** Documents that are read at the same time; more wait for their turn. */
const MOST_WORKERS = 2

const idle: Worker[] = []
const waiting: (() => void)[] = []
let alive = 0

/**
 * `parse` in a thread of its own, with limits: whoever waits for the answer can do other things meanwhile, and a document made to take
 * for ever gives the error TOO_COMPLEX. Threads are kept for the next document, and do not keep the process from ending.
 */
export async function parseInWorker(source: Source, mostMilliseconds = MOST_MILLISECONDS): Promise<Parsed> {
  const worker = await freeWorker()
  try {
    return await answerOf(worker, source, mostMilliseconds)
  } finally {
    waiting.shift()?.()
  }
}

async function freeWorker(): Promise<Worker> {
  while (idle.length === 0 && alive >= MOST_WORKERS) await new Promise<void>((resolve) => waiting.push(resolve))
  return idle.pop() ?? (await newWorker())
}

/** A thread that is ready to read: its clock starts when it has a document, not while it starts itself. */
async function newWorker(): Promise<Worker> {
  alive += 1
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  })
  worker.once('exit', () => {
    alive -= 1
    const place = idle.indexOf(worker)
    if (place >= 0) idle.splice(place, 1)
    waiting.shift()?.()
  })
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
  })
  worker.removeAllListeners('error')
  return worker
}

function answerOf(worker: Worker, source: Source, mostMilliseconds: number): Promise<Parsed> {
  return new Promise<Parsed>((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(clock)
      worker.removeAllListeners('message').removeAllListeners('error')
      // Whatever a thread says that nobody waits for any more is of no interest.
      worker.on('error', () => undefined)
      settle()
    }
    const giveUp = (got: string) =>
      end(() => {
        void worker.terminate()
        resolve({ ok: false, error: tooComplex(mostMilliseconds, MOST_MEGABYTES, got) })
      })
    const clock = setTimeout(() => giveUp('one that takes longer'), mostMilliseconds)
    worker.removeAllListeners('error')
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') giveUp('one that needs more memory')
      else end(() => reject(error))
    })
    worker.once('message', (answer: Answer) =>
      end(() => {
        worker.unref()
        idle.push(worker)
        if ('parsed' in answer) resolve(answer.parsed)
        else if ('tooDeep' in answer) {
          resolve({
            ok: false,
            error: tooComplex(mostMilliseconds, MOST_MEGABYTES, 'one whose parts are nested too deep'),
          })
        } else reject(new Error(answer.failed))
      }),
    )
    worker.ref()
    worker.postMessage(source)
  })
}
