import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** A process of the hub, as users start it. */
export interface HubProcess {
  readonly child: ChildProcess
  /** Everything it has printed on standard output and standard error. */
  readonly printed: { out: string; error: string }
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** Runs a program of the hub with the settings given, and no others. It ends with the test, if not before. */
export function run(program: readonly string[], settings: Record<string, string>, by = process.execPath): HubProcess {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOG_LEVEL: 'error', ...settings }
  const child = spawn(by, [...program], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed = { out: '', error: '' }
  child.stdout.on('data', (chunk) => (printed.out += chunk))
  child.stderr.on('data', (chunk) => (printed.error += chunk))
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal)
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return { child, printed, ended }
}

/** A hub that serves. */
export interface ServingHub extends HubProcess {
  readonly address: string
  /** The key for ingestion that a first start prints. */
  readonly key: string | undefined
  ask<Data>(query: string, key?: string, variables?: object): Promise<Data>
}

/** Starts the hub and waits until it serves. */
export async function serve(settings: Record<string, string>): Promise<ServingHub> {
  const hub = run(['src/main.js'], settings)
  await until(() => hub.printed.out.includes('Ctrl-C stops it.') || hub.child.exitCode !== null)
  const address = /serves at (\S+)\/graphql/.exec(hub.printed.out)?.[1]
  if (!address) throw new Error(`Expected a hub that serves, got: ${hub.printed.error}`)
  const ask = async <Data>(query: string, key?: string, variables: object = {}): Promise<Data> => {
    const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
  return { ...hub, address, key: /hub_[\w-]{43}/.exec(hub.printed.out)?.[0], ask }
}

/** A folder for data, which goes when the test is done. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-start-'))
  await chmod(folder, 0o755)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'data')
}

export async function until(happens: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await happens())) await new Promise((wake) => setTimeout(wake, 20))
}
