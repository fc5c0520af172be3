import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Contestant, ROOT } from './contestants.ts'
import type { Request } from './scenarios/scenario.ts'

/** Milliseconds within which a contestant has to serve. */
const PATIENCE = 120_000

/** A contestant that serves. */
export interface Child {
  readonly contestant: Contestant
  readonly pid: number
  /** `http://127.0.0.1:…` */
  readonly address: string
  /** Milliseconds from its start until it said that it serves. */
  readonly startedIn: number
  /** Ends it; by force when it does not end by itself. */
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()

// Nobody is left behind: whoever still runs is taken along, and should the runner be killed, they notice that it is gone.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
/**
 * Starts a contestant on a database, and waits until it says that it serves. On a machine that is very busy the database may not answer the
 * first time.
 */
export async function start(contestant: Contestant, databaseUrl: string, tries = 10): Promise<Child> {
  const began = performance.now()
  const { child, printed } = spawnContestant(contestant, databaseUrl)
  const ended = once(child, 'close')
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
  let address: string | undefined
  while (address === undefined) {
    await Promise.race([once(child.stdout, 'data'), ended])
    address = /serves at (http:\S+)\/graphql/.exec(printed.text)?.[1]
    if (child.exitCode !== null || child.signalCode !== null) {
      clearTimeout(late)
      if (tries > 1) return start(contestant, databaseUrl, tries - 1)
      throw new Error(
        `Expected ${contestant.title} to serve within ${PATIENCE / 1_000} seconds, got its end (${child.signalCode ?? child.exitCode}): ${printed.text.slice(-2_000)}`,
      )
    }
  }
  clearTimeout(late)
  return {
    contestant,
    pid: child.pid ?? 0,
    address,
    startedIn: performance.now() - began,
    async stop() {
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(force)
    },
  }
}

/** A contestant as a process, whether it serves yet or not, with what it prints. */
export function spawnContestant({ program, flags, settings }: Contestant, databaseUrl: string) {
  const child = spawn(process.execPath, [...flags, program], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TZ: process.env.TZ,
      NODE_ENV: 'production',
      // The hub ends with whoever started it when npm has started it, which is how users start it.
      npm_lifecycle_event: 'start',
      DATABASE_URL: databaseUrl,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  const printed = { text: '' }
  // A hub that logs must not wait for a reader, and what is kept of it is what tells why it ended.
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed.text = (printed.text + chunk).slice(-10_000)
    })
  }
  return { child, printed }
}

/** Sends one request, and reads the answer as JSON. */
export async function ask(address: string, { path, method, headers, body }: Request): Promise<unknown> {
  const response = await fetch(`${address}${path}`, { method, headers, body: body ?? null })
  const text = await response.text()
  if (!response.ok) {
    throw new Error(`Expected ${address}${path} to answer, got ${response.status}: ${text.slice(0, 500)}`)
  }
  return JSON.parse(text)
}
