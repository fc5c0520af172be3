import { runCommand } from './run-command.ts'
import { serveUntilSignal } from './serve.ts'
import { readSettings } from './settings.ts'

await runCommand(() => serveUntilSignal(readSettings(process.env), 'npm_lifecycle_event' in process.env))
