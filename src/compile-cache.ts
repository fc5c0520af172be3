import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/** What is compiled once stands here afterwards. Without a place to write to it is compiled again. */
export function keepCompiledCode(): void {
  enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'))
}
