import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import type { IngestedFile } from './ingest-files.ts'
import type { OpenStore } from './open-store.ts'
import { CommandError, runCommand } from './run-command.ts'
import { readSettings, SETTINGS } from './settings.ts'

// Each command imports what it needs when it runs: `read` needs no database, and does not wait for one to be loaded.

const program = new Command('hub')
  .description("The annual reports on government-information disclosure of China's districts, as data.")
  .version(versionOf(join(import.meta.dirname, '../package.json')), '--version', 'print the version of the hub')
  .addHelpText('after', `\nSettings, from the environment:\n${settingsHelp()}`)

program
  .command('serve')
  .description('serve GraphQL and the explorer, as `npm start` does')
  .action(async () => {
    const { serveUntilSignal } = await import('./serve.ts')
    await serveUntilSignal(readSettings(process.env), 'npm_lifecycle_event' in process.env)
  })

program
  .command('read')
  .description('read a report and judge it, without a database')
  .argument('<file>', 'the document')
  .option('--json', 'print the report object, which ingestion takes as structured input')
  .action(async (file: string, options: { json?: true }) => {
    const { preview } = await import('./ingest/preview.ts')
    const { readSourceFile } = await import('./source-file.ts')
    if ((await stat(pathOf(file)).catch(unreadable)).isDirectory())
      throw new CommandError(`Expected one file, got the folder ${file}: name a file in it.`)
    const found = await readSourceFile(pathOf(file)).catch(unreadable)
    const read = found.ok ? await preview(found.source) : found
    if (!read.ok) throw new CommandError(`${file}: ${read.error.message}`)
    const { report, findings } = read
    if (options.json) {
      const { toReportObject } = await import('./ingest/report-object.ts')
      console.log(JSON.stringify(toReportObject(report, findings), null, 2))
      return
    }
    const { printReport } = await import('./cli-read.ts')
    console.log(printReport(report, findings))
  })

program
  .command('ingest')
  .description('store reports; a folder stands for the files in it, and .json files are report objects')
  .argument('<file...>', 'documents, report objects, folders')
  .option(
    '--district <code>',
    'the code of the district: it must agree with the document, or is used when that does not tell',
  )
  .option('--year <year>', 'the year reported on, likewise', wholeNumber)
  .option('--expected-revision <number>', 'the current revision, when other content is to follow it', wholeNumber)
  .option('--reason <text>', 'why a new revision is made')
  .action(async (files: string[], { district, ...options }: IngestFlags) => {
    const { ingestFiles } = await import('./ingest-files.ts')
    const results = await withStore(({ db }) => {
      const given = { ...options, ...(district !== undefined && { districtCode: district }) }
      const { maxSourceBytes } = readSettings(process.env)
      return ingestFiles(db, files.map(pathOf), { ...given, maxSourceBytes }, tell).catch(unreadable)
    })
    if (results.length === 0) throw new CommandError(`Expected files to ingest, got none in ${files.join(', ')}.`)
    if (results.some(({ ok }) => !ok)) process.exitCode = 1
  })

program
  .command('key')
  .description('make a key for ingestion and print it, this once')
  .argument('[name]', 'whose key it is')
  .option('--list', 'list the keys instead')
  .option('--revoke', 'revoke the key of that name instead')
  .action(async (name: string | undefined, options: { list?: true; revoke?: true }) => {
    const { createApiKey, listApiKeys, revokeApiKey } = await import('./store/api-keys.ts')
    await withStore(async ({ db }) => {
      if (options.list) {
        for (const key of await listApiKeys(db)) console.log(listed(key))
      } else if (name === undefined) {
        throw new CommandError('Expected the name of whose key it is, got none: npm run --silent hub -- key NAME.')
      } else if (!options.revoke) {
        console.log((await createApiKey(db, name)).key)
      } else if (!(await revokeApiKey(db, name))) {
        throw new CommandError(`Expected the name of a key in use, got "${name}": list them with hub key --list.`)
      } else {
        console.log(`Revoked the key "${name}": nothing can be ingested with it any more.`)
      }
    })
  })

program
  .command('migrate')
  .description('bring the database up to this version of the hub; starting does it, too')
  .action(() =>
    withStore(async ({ applied }) => {
      console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
    }),
  )

interface IngestFlags {
  readonly district?: string
  readonly year?: number
  readonly expectedRevision?: number
  readonly reason?: string
}

/** Does something with the store: that of the hub that runs on the data folder, if one does. */
async function withStore<T>(work: (store: OpenStore) => Promise<T>): Promise<T> {
  const { openStore } = await import('./open-store.ts')
  const store = await openStore(readSettings(process.env), 'BORROW')
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

function tell(result: IngestedFile): void {
  if (!result.ok) {
    console.error(`${result.file}: ${result.error.message}`)
    return
  }
  const { report, findings, outcome, key, file } = result
  const read = `${report.figures.size} figures, ${report.issues.length} issues, ${findings.length} findings`
  console.log(`${outcome.padEnd(9)} ${report.district?.name} ${key.year}, revision ${key.number}: ${read} (${file})`)
}

function listed(key: { name: string; createdAt: Date; lastUsedAt: Date | null; revokedAt: Date | null }): string {
  const day = (date: Date) => date.toISOString().slice(0, 10)
  const use = key.lastUsedAt ? `last used ${day(key.lastUsedAt)}` : 'never used'
  return `${key.name}: made ${day(key.createdAt)}, ${key.revokedAt ? `revoked ${day(key.revokedAt)}` : use}`
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}

// npm runs scripts in the project's folder; paths are meant from where the user stands.
function pathOf(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path)
}

function unreadable(error: unknown): never {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) throw error
  throw new CommandError(`Expected a file that can be read, got "${error.message}".`)
}

function versionOf(manifest: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'))
  return version
}

function settingsHelp(): string {
  const lines = Object.entries(SETTINGS).map(
    ([name, { about, byDefault }]) => `  ${name.padEnd(17)} ${about} Default: ${byDefault}.`,
  )
  return lines.join('\n')
}

await runCommand(async () => {
  await program.parseAsync()
})
