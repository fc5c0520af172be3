import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { addAuditCommands } from './audit-commands.ts'
import { addBackupCommands } from './backup-commands.ts'
import { printable } from './cli/printable.ts'
import { wholeNumber } from './cli/whole-number.ts'
import { keepCompiledCode } from './compile-cache.ts'
import { addCorrectionCommands } from './correction-commands.ts'
import { SEVERITIES } from './domain/finding.ts'
import { isSourceUrl, SOURCE_URL } from './domain/source-url.ts'
import { codesOf } from './domain/terms.ts'
import { EXPORT_FORMAT_NAMES, type ExportFormatName } from './export/format-names.ts'
import type { IngestFlags } from './ingest-command.ts'
import { addKeyCommands } from './key-commands.ts'
import type { OpenStore, ReachedDatabase } from './open-store.ts'
import { CommandError, runCommand } from './run-command.ts'
import { readSettings, SETTINGS } from './settings.ts'
import type { ReportCondition } from './store/conditions.ts'

// Each command imports what it needs when it runs: `read` needs no database, and does not wait for one to be loaded.
keepCompiledCode()

const VERSION = versionOf(join(import.meta.dirname, '../package.json'))

const program = new Command('hub')
  .description("The annual reports on government-information disclosure of China's districts, as data.")
  .version(VERSION, '--version', 'print the version of the hub')
  .addHelpText('after', `\nSettings, from the environment:\n${settingsHelp()}`)

program
  .command('serve')
  .description('serve GraphQL and the explorer, as `npm start` does')
  .action(async () => {
    const { importServe } = await import('./bundle.ts')
    const { codeVersion } = await import('./server/code-version.ts')
    process.env.NODE_ENV ??= 'production'
    const version = codeVersion()
    const { serveCommand } = await importServe(version)
    await serveCommand(process.env, version)
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
  .option(
    '--expected-revision <number>',
    'the revision in force, when other content is to follow it; 0 when the report was withdrawn',
    wholeNumber,
  )
  .option('--source-url <address>', 'where the document was published', sourceUrl)
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
    const paths = files.map(pathOf)
    const { prepareToParse } = await import('./parse/parse-in-worker.ts')
    // Documents are read by a process that starts while this one reaches the store. Report objects need none.
    if (flags.url === undefined && paths.some((path) => !/[.]jsonl?$/i.test(path))) void prepareToParse()
    const { ingestHere, ingestThere } = await import('./ingest-command.ts')
    const { maxSourceBytes } = readSettings(process.env)
    const work = () => {
      if (flags.url === undefined) return withStore(({ db }) => ingestHere(db, paths, flags, maxSourceBytes))
      if (flags.dryRun) return ingestHere(null, paths, flags, maxSourceBytes)
      return ingestThere(paths, { ...flags, url: flags.url })
    }
    process.exitCode = await work().catch((error: unknown) => unreadable(error, 2))
  })

program
  .command('export')
  .description(
    'write the reports in force, as they are at one moment: a hub that ingests the .jsonl gives the same again',
  )
  .addOption(
    new Option(
      '--format <name>',
      'jsonl: report objects, one a line; csv: figures, one a line; xlsx: the tables of the forms',
    )
      .choices(EXPORT_FORMAT_NAMES)
      .default('jsonl'),
  )
  .option('--filter <json>', 'which reports, as the ReportFilter of GraphQL: {"year":{"gte":2021}}; all when left out')
  .option('--bom', 'let CSV begin with a byte order mark, by which Excel tells UTF-8')
  .option('--output <file>', 'the file to write; standard output when left out')
  .action(async ({ filter, output, ...options }: ExportFlags) => {
    const { exportReports } = await import('./cli/export-reports.ts')
    const condition = filter === undefined ? {} : await reportFilter(filter)
    await withStore(({ db }) =>
      exportReports(db, { ...options, condition, output: output === undefined ? null : pathOf(output) }).catch(
        unreadable,
      ),
    )
  })

addCorrectionCommands(program, withStore)

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

addKeyCommands(program.command('key').description('make, list and revoke keys'), withStore)

addAuditCommands(program.command('audit').description('read and verify what was done to the store'), {
  withStore,
  pathOf,
  unreadable,
})

program
  .command('migrate')
  .description('bring the database up to this version of the hub; starting does it, too')
  .action(() =>
    withStore(async ({ applied }) => {
      console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
    }),
  )

addBackupCommands(program, { withDatabase, pathOf, shownPath, version: VERSION })

interface ExportFlags {
  readonly format: ExportFormatName
  readonly bom?: true
  readonly filter?: string
  readonly output?: string
}

/** A filter as GraphQL takes it, and refuses it. */
async function reportFilter(text: string): Promise<ReportCondition> {
  const { parseReportFilter } = await import('./graphql/checked-input.ts')
  try {
    return parseReportFilter(text)
  } catch (error) {
    throw error instanceof Error && error.name === 'GraphQLError' ? new CommandError(error.message) : error
  }
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

/** Does something with the database as it is, of whatever version. */
async function withDatabase<T>(how: 'OWN' | 'BORROW', work: (database: ReachedDatabase) => Promise<T>): Promise<T> {
  const { reachDatabase } = await import('./open-store.ts')
  const database = await reachDatabase(readSettings(process.env), how)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

function sourceUrl(text: string): string {
  if (!isSourceUrl(text)) throw new InvalidArgumentError(`Expected ${SOURCE_URL}.`)
  return text
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
  if (error instanceof Error && error.name === 'NothingKeptError') throw new CommandError(error.message)
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
