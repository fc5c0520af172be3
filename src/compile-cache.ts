import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

/** What is compiled once stands here afterwards. Without a place to write to it is compiled again. */
export function keepCompiledCode(): void {
  enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'))
}

// Run by itself, at installation, it compiles what a start imports, so that the first one finds it, too.
if (import.meta.main) {
  keepCompiledCode()
  const [{ importServe }, { codeVersion }] = await Promise.all([
    import('./bundle.ts'),
    import('./server/code-version.ts'),
  ])
  const { importAll } = await importServe(codeVersion())
  await importAll()
  flushCompileCache()
}
