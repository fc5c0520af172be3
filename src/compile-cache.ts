import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

/** Half of a start is compiling: what is compiled once stands here afterwards. Without a place to write to it is compiled again. */
export function keepCompiledCode(): void {
  enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'))
}

// Run by itself, at installation, it compiles what a start imports, so that the first one finds it, too.
if (import.meta.main) {
  keepCompiledCode()
  await Promise.all([
    import('./run-command.ts'),
    import('./serve.ts'),
    import('./server/server.ts'),
    import('./store/schema-engine.ts'),
    import('./parse/parse.ts'),
  ])
  flushCompileCache()
}
