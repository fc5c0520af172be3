import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where bundles stand: a folder for each version of the code, by `write-bundle.ts`. */
export const BUNDLES = join(import.meta.dirname, '../dist/hub')

/** The files that programs begin with. Those beside `serve` are started by it, as processes of their own. */
export const BUNDLED = {
  serve: 'src/serve.ts',
  'run-process': 'src/run-process.ts',
  'parse-worker': 'src/parse/parse-worker.ts',
} as const

/** `serve.ts`: of the bundle of this version of the code, where installation has written one, and else as it stands here. */
export async function importServe(version: string): Promise<typeof import('./serve.ts')> {
  const bundled = join(BUNDLES, version, 'serve.js')
  return existsSync(bundled) ? import(pathToFileURL(bundled).href) : import('./serve.ts')
}
