import { type ChildProcess, fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { deserialize } from 'node:v8'
import type { Source } from './formats/format.ts'
import type { Parsed } from './parse.ts'
import { tooComplex } from './parse-error.ts'
import type { Answer } from './parse-worker.ts'

/** The longest that reading a document may take, in milliseconds. */
export const MOST_MILLISECONDS = 5_000
/** The most memory of the process that reads it, in megabytes: all that it takes from the machine, not its heap only. */
export const MOST_MEGABYTES = 768
/** The part of it that JavaScript's own values may take. */
const MOST_HEAP_MEGABYTES = 512
/** Documents that are read at the same time; more wait for their turn. */
const MOST_WORKERS = 2

/** Milliseconds for which a process without a document is kept. */
const MOST_IDLE = 10_000

const workers = new Set<ChildProcess>()
const idle: ChildProcess[] = []
const ends = new WeakMap<ChildProcess, NodeJS.Timeout>()
const waiting: (() => void)[] = []
let isPreparing = false

/**
 * `parse` in a process of its own, with limits: whoever waits for the answer can do other things meanwhile, and a document made to take
 * for ever, or all memory, gives the error TOO_COMPLEX. A thread would not do: one that runs out of memory can end the whole process.
 * Processes are kept for the next document, for a while, and do not keep this one from ending.
 */
export async function parseInWorker(source: Source, mostMilliseconds = MOST_MILLISECONDS): Promise<Parsed> {
  const worker = await freeWorker()
  const answer = await answerOf(worker, source, mostMilliseconds)
  if ('parsed' in answer) return deserialize(answer.parsed) as Parsed
  if ('failed' in answer) throw new Error(answer.failed)
  return { ok: false, error: tooComplex(mostMilliseconds, MOST_MEGABYTES, answer.tooComplex) }
}

/** Starts a process for the first document, which then does not wait until it has started. */
export async function prepareToParse(): Promise<void> {
  if (workers.size > 0) return
  isPreparing = true
  try {
    keepIdle(await newWorker())
  } catch {
    // Whoever has a document starts another one, and is told why there is none.
  } finally {
    isPreparing = false
    for (const go of waiting.splice(0)) go()
  }
}

/** The processes that there are: for tests. */
export const workersAlive = (): number => workers.size

async function freeWorker(): Promise<ChildProcess> {
  while (idle.length === 0 && (isPreparing || workers.size >= MOST_WORKERS)) {
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const worker = idle.pop()
  if (worker === undefined) return newWorker()
  clearTimeout(ends.get(worker))
  return worker
}

/** Keeps the process for the next document; the memory that it takes is free again when none comes. */
function keepIdle(worker: ChildProcess): void {
  worker.unref()
  worker.channel?.unref()
  idle.push(worker)
  const end = setTimeout(() => {
    const place = idle.indexOf(worker)
    if (place >= 0) idle.splice(place, 1)
    worker.kill('SIGKILL')
  }, MOST_IDLE)
  ends.set(worker, end.unref())
}

/** A process that is ready to read: its clock starts when it has a document, not while it starts itself. */
function newWorker(): Promise<ChildProcess> {
  const compiled = getCompileCacheDir()
  const worker = fork(new URL('./parse-worker.ts', import.meta.url), [String(MOST_MEGABYTES)], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${MOST_HEAP_MEGABYTES}`],
    // It needs nothing of ours but what is compiled already: no address, no key.
    env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  workers.add(worker)
  return new Promise((resolve, reject) => {
    const gone = (reason: string) => {
      if (!workers.delete(worker)) return
      const place = idle.indexOf(worker)
      if (place >= 0) idle.splice(place, 1)
      waiting.shift()?.()
      reject(
        new Error(
          `Expected the process that reads documents to start, got ${reason}. Run src/parse/parse-worker.ts by itself to see why.`,
        ),
      )
    }
    worker.on('error', ({ message }) => gone(message))
    worker.once('exit', (code, signal) => gone(`its end (${signal ?? code})`))
    worker.once('message', () => resolve(worker))
  })
}

function answerOf(worker: ChildProcess, source: Source, mostMilliseconds: number): Promise<Answer> {
  return new Promise((resolve) => {
    const end = (answer: Answer, isSpent: boolean) => {
      clearTimeout(clock)
      worker.off('message', read).off('exit', ended)
      if (isSpent) worker.kill('SIGKILL')
      else {
        keepIdle(worker)
        waiting.shift()?.()
      }
      resolve(answer)
    }
    const read = (answer: Answer) => end(answer, 'parsed' in answer && answer.isSpent)
    const ended = () => end({ tooComplex: 'one that needs more memory' }, true)
    const clock = setTimeout(() => end({ tooComplex: 'one that takes longer' }, true), mostMilliseconds)
    worker.ref()
    worker.channel?.ref()
    worker.on('message', read).once('exit', ended)
    // One that ended meanwhile takes no message: it tells so by its exit.
    worker.send(source, () => undefined)
  })
}
