import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import type pg from 'pg'

/** The load of the machine, of the last minute. */
export const loadNow = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10

/** What a run is measured on. */
export const describeMachine = (loadBefore: number) => ({
  processors: availableParallelism(),
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGB: Math.round(totalmem() / 1e9),
  system: `${platform()} ${release()}`,
  loadBefore,
  loadAfter: loadNow(),
})

const PACKAGES = [
  'postgraphile',
  '@graphile/simplify-inflection',
  'graphql',
  'graphql-yoga',
  '@pothos/core',
  '@prisma/client',
  'pg',
  'autocannon',
]

/** The versions of whatever takes part. */
export async function describeVersions(client: pg.Client): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
  const packages = await Promise.all(PACKAGES.map(async (name) => [name, await versionOf(name)] as const))
  return {
    node: process.version,
    postgresql: rows[0]?.server_version ?? 'unknown',
    ...Object.fromEntries(packages),
  }
}

/** Not every package lets its description be imported: it is looked for above what is imported of it. */
async function versionOf(name: string): Promise<string> {
  let folder = dirname(createRequire(import.meta.url).resolve(name))
  while (folder !== dirname(folder)) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}')
    const { name: found, version } = JSON.parse(text) as { name?: string; version?: string }
    if (found === name && version !== undefined) return version
    folder = dirname(folder)
  }
  return 'unknown'
}
