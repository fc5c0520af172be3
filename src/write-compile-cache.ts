import { flushCompileCache } from 'node:module'
import { importServe } from './bundle.ts'
import { keepCompiledCode } from './compile-cache.ts'
import { codeVersion } from './server/code-version.ts'

// Run at installation, it compiles what a start imports, so that the first one finds it, too.

keepCompiledCode()
const { importAll } = await importServe(codeVersion())
await importAll()
flushCompileCache()
