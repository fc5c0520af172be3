import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { printable } from './cli/printable.ts'
import { SEVERITIES } from './domain/finding.ts'
import { codesOf } from './domain/terms.ts'
import type { IngestFlags } from './ingest-command.ts'
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
    const { readSourceFile } = await import('./cli/source-file.ts')
    if ((await stat(pathOf(file)).catch(unreadable)).isDirectory())
      throw new CommandError(`Expected one file, got the folder ${file}: name a file in it.`)
    const found = await readSourceFile(pathOf(file)).catch(unreadable)
    const read = found.ok ? await preview(found.source) : found
    if (!read.ok) throw new CommandError(printable(`${file}: ${read.error.message}`))
    const { report, judgement } = read
    if (options.json) {
      const { toReportObject } = await import('./ingest/report-object.ts')
      console.log(JSON.stringify(toReportObject(report, judgement.findings), null, 2))
      return
    }
    const { printReport } = await import('./cli/print-report.ts')
    console.log(printReport(report, judgement))
  })

program
  .command('check')
  .description(
    'check reports before they are published, without a database: exit code 1 when there are errors, 2 when a file is no report',
  )
  .argument('<file...>', 'documents, report objects, folders; those of one agency are compared from year to year')
  .option('--previous <file>', 'the report of the year before, where it is not among the files')
  .option('--strict', 'let warnings count as errors do')
  .option('--json', 'print one object of JSON for each file, one a line')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(async (files: string[], options: { previous?: string; strict?: true; json?: true }) => {
    const { checkFiles, readFiles, readPrevious } = await import('./cli/check-files.ts')
    const { checkObject } = await import('./cli/check-object.ts')
    const { exitCodeOf } = await import('./cli/count-problems.ts')
    const { printCheck, printTotals, printUnread } = await import('./cli/print-check.ts')
    const read = await readFiles(files.map(pathOf), shownPath)
    const previous =
      options.previous === undefined ? null : await readPrevious(pathOf(options.previous), read, shownPath)
    if (previous?.ok === false) throw new CommandError(printUnread(previous), 2)
    const checked = checkFiles(read, previous)
    for (const file of checked) {
      if (options.json) console.log(JSON.stringify(checkObject(file)))
      else if (file.ok) console.log(`${printCheck(file)}\n`)
      else console.error(`${printUnread(file)}\n`)
    }
    if (!options.json && checked.length > 1) console.log(printTotals(checked))
    process.exitCode = exitCodeOf(checked, options.strict === true)
  })

program
  .command('ingest')
  .description(
    'store reports, here or in a hub elsewhere: exit code 1 when some were refused, 2 when nothing could be done. Folders stand for all files below them, archives (.zip, .tar, .tar.gz) for the files in them, .jsonl files for a report object a line; .json files are report objects',
  )
  .argument('<file...>', 'documents, report objects, archives, folders')
  .option(
    '--district <code>',
    'the code of the district: it must agree with the document, or is used when that does not tell',
  )
  .option('--year <year>', 'the year reported on, likewise', wholeNumber)
  .option('--expected-revision <number>', 'the current revision, when other content is to follow it', wholeNumber)
  .option('--reason <text>', 'why a new revision is made')
  .addOption(
    new Option('--refuse-on <severity>', 'refuse reports with findings of this severity, or weightier ones').choices(
      codesOf(SEVERITIES),
    ),
  )
  .option('--dry-run', 'read and judge, and store nothing')
  .option('--json', 'print one object of JSON for each file, one a line')
  .option('--url <address>', 'send them to the hub at this address, in a run; the same command goes on where it was')
  .addOption(new Option('--key <key>', 'the key for that hub').env('HUB_KEY'))
  .option('--run <name>', 'the name of the run, when files and options are not to tell it')
  .option('--patience <seconds>', 'how long a hub that is away is waited for', wholeNumber, 600)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(async (files: string[], flags: IngestFlags) => {
    const { ingestHere, ingestThere } = await import('./ingest-command.ts')
    const paths = files.map(pathOf)
    const { maxSourceBytes } = readSettings(process.env)
    const work = () => {
      if (flags.url === undefined) return withStore(({ db }) => ingestHere(db, paths, flags, maxSourceBytes))
      if (flags.dryRun) return ingestHere(null, paths, flags, maxSourceBytes)
      return ingestThere(paths, { ...flags, url: flags.url })
    }
    process.exitCode = await work().catch((error: unknown) => unreadable(error, 2))
  })

program
  .command('judge')
  .description('judge every stored report again, after the rules have changed, and print what differs')
  .option('--dry-run', 'store nothing: exit code 1 when something would differ')
  .action(async (options: { dryRun?: true }) => {
    const { rejudge } = await import('./ingest/rejudge.ts')
    const { printRejudged, RejudgedTotals } = await import('./cli/print-rejudged.ts')
    const totals = new RejudgedTotals()
    await withStore(async ({ db }) => {
      for await (const rejudged of rejudge(db, { isDryRun: options.dryRun === true })) {
        if (totals.add(rejudged)) console.log(printRejudged(rejudged))
      }
    })
    console.log(totals.print(options.dryRun === true))
    if (options.dryRun && totals.changed > 0) process.exitCode = 1
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

/** A path as its user would write it. */
function shownPath(path: string): string {
  const near = relative(process.env.INIT_CWD ?? '.', path)
  return near.startsWith('..') ? path : near
}

function unreadable(error: unknown, exitCode = 1): never {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) throw error
  throw new CommandError(`Expected a file that can be read, got "${error.message}".`, exitCode)
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
