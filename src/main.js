import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// JavaScript, so that the compiler of types is loaded for nothing that stands in the cache.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'))
// As it stands here, for those who change it.
const isUnbundled = process.argv.includes('--unbundled')
// Packages check more where they believe to be developed with.
if (!isUnbundled) process.env.NODE_ENV ??= 'production'

const [{ importServe }, { codeVersion }] = await Promise.all([
  import('./bundle.ts'),
  import('./server/code-version.ts'),
])
const version = codeVersion()
const { serveCommand } = await (isUnbundled ? import('./serve.ts') : importServe(version))
await serveCommand(process.env, version)
