import { createHash } from 'node:crypto'
import { distinctNames } from './cli/distinct-names.ts'
import { filesBelow } from './cli/files-below.ts'
import { HubError, hubClient } from './cli/hub-client.ts'
import { type IngestedFile, ingestFiles } from './cli/ingest-files.ts'
import { ingestProgress } from './cli/ingest-progress.ts'
import { codeOfType, IngestTally } from './cli/ingest-tally.ts'
import { printable } from './cli/printable.ts'
import { type SentItem, sendFiles } from './cli/send-files.ts'
import type { Severity } from './domain/finding.ts'
import { CommandError } from './run-command.ts'
import type { Database } from './store/database.ts'

/** What `hub ingest` is told beside the files. */
export interface IngestFlags {
  readonly district?: string
  readonly year?: number
  readonly expectedRevision?: number
  readonly sourceUrl?: string
  readonly reason?: string
  readonly refuseOn?: Severity
  readonly dryRun?: true
  readonly json?: true
  readonly url?: string
  readonly key?: string
  readonly run?: string
  readonly patience: number
}

/** Stores reports in the store of this machine; without one, reads them. Returns the exit code. */
export async function ingestHere(
  db: Database | null,
  paths: readonly string[],
  { district, year, expectedRevision, sourceUrl, reason, refuseOn, dryRun, json }: IngestFlags,
  maxSourceBytes: number,
): Promise<number> {
  const tally = new IngestTally()
  const options = {
    ...(district !== undefined && { districtCode: district }),
    ...(year !== undefined && { year }),
    ...(expectedRevision !== undefined && { expectedRevision }),
    ...(sourceUrl !== undefined && { sourceUrl }),
    ...(reason !== undefined && { reason }),
    ...(refuseOn !== undefined && { refuseOn }),
    maxSourceBytes,
    isDryRun: dryRun === true,
  }
  for await (const result of ingestFiles(db, paths, options)) {
    if (result.ok) tally.stored(result.outcome)
    else tally.refused(result.error.code)
    if (json) console.log(JSON.stringify(objectOf(result)))
    else tell(result)
  }
  return end(tally, paths, json)
}

/** Sends reports to a hub elsewhere. Returns the exit code. */
export async function ingestThere(
  paths: readonly string[],
  flags: IngestFlags & { readonly url: string },
): Promise<number> {
  const { url, key, json, patience, run, district, year, expectedRevision, reason, refuseOn } = flags
  if (!URL.canParse(url))
    throw new CommandError(`Expected --url to be an address such as http://127.0.0.1:4000, got "${url}".`, 2)
  if (flags.sourceUrl !== undefined) {
    const message =
      'Expected --source-url without --url, got both: in a run each report object tells its own sourceUrl.'
    throw new CommandError(message, 2)
  }
  if (!key) throw new CommandError('Expected a key for the hub, as --key or in the variable HUB_KEY, got none.', 2)
  const given = { district, year, expectedRevision, reason, refuseOn }
  const name =
    run ??
    `hub ingest ${createHash('sha256')
      .update(JSON.stringify([paths, given]))
      .digest('hex')
      .slice(0, 32)}`
  const files = distinctNames((await Promise.all(paths.map(filesBelow))).flat())
  if (files.length === 0) return end(new IngestTally(), paths, json)
  const progress = ingestProgress(process.stderr.isTTY)
  let isAway = false
  const hub = hubClient({
    ...{ url, key, patience: patience * 1_000 },
    away: (cause) => {
      if (!isAway) console.error(`The hub is away (${cause}): it is asked again.`)
      isAway = true
    },
  })
  process.once('SIGINT', () => {
    progress.end()
    console.error('Stopped. What was sent is kept, and worked off: the same command goes on where it was.')
    process.exit(130)
  })
  try {
    const { items, notTaken } = await sendFiles(hub, files, { name, ...given }, progress)
    progress.end()
    const tally = new IngestTally()
    for (const { file, code, message } of notTaken) {
      tally.refused(code)
      if (json) console.log(JSON.stringify({ file, error: { code, message } }))
      else console.error(printable(`${file}: ${message}`))
    }
    for (const item of items) tellSent(item, tally, json)
    return end(tally, paths, json)
  } catch (error) {
    progress.end()
    throw error instanceof HubError ? new CommandError(error.message, 2) : error
  }
}

function end(tally: IngestTally, paths: readonly string[], json: true | undefined): number {
  if (tally.files === 0) throw new CommandError(`Expected files to ingest, got none in ${paths.join(', ')}.`, 2)
  if (!json && tally.files > 1) console.log(tally.print())
  return tally.refusals > 0 ? 1 : 0
}

function tell(result: IngestedFile): void {
  if (!result.ok) {
    console.error(printable(`${result.file}: ${result.error.message}`))
    return
  }
  const { report, judgement, outcome, file } = result
  const read = `${report.figures.size} figures, ${report.issues.length} issues, ${judgement.findings.length} findings`
  const what = 'key' in result ? `${result.key.year}, revision ${result.key.number}` : `${report.year ?? 'of no year'}`
  console.log(`${outcome.padEnd(9)} ${report.district?.name} ${what}: ${read} (${file})`)
}

function objectOf(result: IngestedFile): object {
  const { file } = result
  if (!result.ok) return { file, error: { code: result.error.code, message: result.error.message } }
  const { outcome, report } = result
  const revision = 'key' in result ? result.key.number : null
  const year = 'key' in result ? result.key.year : report.year
  return { file, outcome, report: { district: report.district?.code ?? null, year, revision } }
}

function tellSent(
  { name: file, state, outcome, report, revision, error }: SentItem,
  tally: IngestTally,
  json: true | undefined,
): void {
  if (outcome !== null && report !== null) {
    tally.stored(outcome)
    const { year, district } = report
    const made = { district: district.code, year, revision: revision?.number ?? null }
    if (json) console.log(JSON.stringify({ file, outcome, report: made }))
    return
  }
  const code = error === null ? state : codeOfType(error.__typename)
  const message = error?.message ?? 'It was not begun: the run was cancelled.'
  tally.refused(code)
  if (json) console.log(JSON.stringify({ file, error: { code, message } }))
  else console.error(printable(`${file}: ${message}`))
}
