import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Half of a start is compiling: what one start compiles, the next ones find. Without a place to write to it is compiled again.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'))

const [{ runCommand }, { serveUntilSignal }, { readSettings }] = await Promise.all([
  import('./run-command.ts'),
  import('./serve.ts'),
  import('./settings.ts'),
])

await runCommand(() => serveUntilSignal(readSettings(process.env), 'npm_lifecycle_event' in process.env))
