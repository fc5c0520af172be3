import { keepCompiledCode } from './compile-cache.ts'

keepCompiledCode()

const [{ runCommand }, { serveUntilSignal }, { readSettings }] = await Promise.all([
  import('./run-command.ts'),
  import('./serve.ts'),
  import('./settings.ts'),
])

await runCommand(() => serveUntilSignal(readSettings(process.env), 'npm_lifecycle_event' in process.env))
