import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunWorker } from './ingest/run-worker.ts'
import type { RunFault, RunTask } from './run-process.ts'
import type { Database } from './store/database.ts'
import { runsToDo } from './store/run-claims.ts'

export interface RunProcessOptions extends RunTask {
  /** Told of what is nobody's fault but ours or the store's. */
  readonly faulty: (error: unknown, where: RunFault['where']) => void
}

/** Milliseconds between two looks whether there is anything to do. */
const LOOK_EVERY = 1_000

/**
 * Works off the runs of the store in a process of its own, so that readers do not wait for it: the process is started when there is
 * something to do, and ends when nothing was for a while. One that dies is followed by another.
 */
export function startRunProcess(db: Database, { faulty, ...task }: RunProcessOptions): RunWorker {
  const stop = new AbortController()
  let current: ChildProcess | undefined
  const pause = () => sleep(LOOK_EVERY, undefined, { signal: stop.signal }).catch(() => undefined)

  async function workOff(): Promise<void> {
    // As `npm start` has them: what was compiled with other flags is compiled again.
    const child = fork(new URL('./run-process.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: ['--max-semi-space-size=8', '--heap-growing-percent=50'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    current = child
    child.on('message', ({ error, where }: RunFault) => faulty(error, where))
    // One that cannot be started has no end.
    const ended = new Promise<string | null>((resolve) => {
      child.once('exit', (code, signal) => resolve(code === 0 ? null : `its end (${signal ?? code})`))
      child.once('error', ({ message }) => resolve(message))
    })
    putBehindReaders(child)
    // One that ended meanwhile takes no message: it tells so by its end.
    child.send(task satisfies RunTask, () => undefined)
    const got = await ended
    current = undefined
    if (got !== null && !stop.signal.aborted) {
      faulty(new Error(`Expected the process that works off runs to go on, got ${got}. Another one is started.`), {})
    }
  }

  const going = (async () => {
    while (!stop.signal.aborted) {
      // A store that cannot be asked is asked again.
      if ((await runsToDo(db).catch(() => [])).length > 0 && !stop.signal.aborted) await workOff()
      await pause()
    }
  })()
  return {
    async close() {
      stop.abort()
      current?.send('END', () => undefined)
      await going
    },
  }
}

/** Whoever waits for an answer goes before files that wait anyway. */
function putBehindReaders({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Not every machine lets it; the runs are worked off all the same.
  }
}
