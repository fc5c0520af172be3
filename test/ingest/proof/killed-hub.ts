import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '../../..')

/** A process of the hub, with what it prints. */
export function start(program: readonly string[], settings: Readonly<Record<string, string>>) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'error', ...settings }
  const child: ChildProcess = spawn(process.execPath, [...program], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { out: '', error: '' }
  child.stdout?.on('data', (chunk) => (printed.out += chunk))
  child.stderr?.on('data', (chunk) => (printed.error += chunk))
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  return { child, printed, ended }
}

/** Starts the hub and waits until it serves. On a machine that is very busy, the database may not answer the first time. */
export async function startHub(settings: Readonly<Record<string, string>>, tries = 5): Promise<StartedHub> {
  const hub = start(['src/main.js'], settings)
  while (!hub.printed.out.includes('Ctrl-C stops it.')) {
    if (hub.child.exitCode !== null && tries > 1) return startHub(settings, tries - 1)
    if (hub.child.exitCode !== null) throw new Error(`Expected a hub that serves, got: ${hub.printed.error}`)
    await sleep(20)
  }
  const address = /serves at (\S+)\/graphql/.exec(hub.printed.out)?.[1] ?? ''
  return { ...hub, address, key: /hub_[\w-]{43}/.exec(hub.printed.out)?.[0] }
}

export interface StartedHub extends ReturnType<typeof start> {
  readonly address: string
  readonly key: string | undefined
}

/**
 * A hub that is killed by SIGKILL so many times at random moments, and started again each time, until it is told to stay.
 * @param pauses the shortest and the longest time that it serves, in milliseconds
 */
export function killedAgainAndAgain(
  first: StartedHub,
  settings: Readonly<Record<string, string>>,
  kills: number,
  pauses: readonly [number, number],
) {
  let hub = first
  let killed = 0
  let stays = false
  const work = (async () => {
    while (killed < kills && !stays) {
      await sleep(pauses[0] + Math.random() * (pauses[1] - pauses[0]))
      if (stays) break
      hub.child.kill('SIGKILL')
      await hub.ended
      killed += 1
      hub = await startHub(settings)
    }
  })()
  return {
    async stay(): Promise<{ hub: StartedHub; killed: number }> {
      stays = true
      await work
      return { hub, killed }
    },
  }
}
