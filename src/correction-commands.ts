import { type Command, InvalidArgumentError } from 'commander'
import { printable } from './cli/printable.ts'
import { wholeNumber } from './cli/whole-number.ts'
import type { OpenStore } from './open-store.ts'
import { CommandError } from './run-command.ts'

interface CorrectionFlags {
  readonly district: string
  readonly year: number
  readonly agency?: string
  readonly expectedRevision: number
  readonly reason: string
}

/** Adds what changes which revision of a report is in force. Each command imports what it needs when it runs. */
export function addCorrectionCommands(
  program: Command,
  withStore: <T>(work: (store: OpenStore) => Promise<T>) => Promise<T>,
): void {
  ofCorrection(program.command('withdraw'))
    .description('take a report out of force; it stays, with its revisions, and says nothing')
    .action(async (flags: CorrectionFlags) => {
      const { withdraw } = await import('./ingest/correct-report.ts')
      const request = await correctionOf(flags)
      const corrected = await withStore(({ db }) => withdraw(db, request))
      if (!corrected.ok) throw new CommandError(printable(corrected.error.message))
      console.log(`Withdrew the report on ${flags.year}: restore-revision puts a revision in force again.`)
    })

  ofCorrection(program.command('restore-revision'))
    .description('put an earlier revision of a report in force again')
    .requiredOption('--number <number>', 'the number of the revision', wholeNumber)
    .action(async (flags: CorrectionFlags & { number: number }) => {
      const { restore } = await import('./ingest/correct-report.ts')
      const request = { ...(await correctionOf(flags)), number: flags.number }
      const corrected = await withStore(({ db }) => restore(db, request))
      if (!corrected.ok) throw new CommandError(printable(corrected.error.message))
      console.log(`Restored revision ${flags.number} of the report on ${flags.year}.`)
    })
}

/** The options of a command that changes what is in force of a report. */
function ofCorrection(command: Command): Command {
  return command
    .requiredOption('--district <code>', 'the code of the district')
    .requiredOption('--year <year>', 'the year that the report is on', wholeNumber)
    .option('--agency <name>', "the name of the agency; the district's government when left out")
    .requiredOption(
      '--expected-revision <number>',
      'the revision in force; 0 when the report was withdrawn',
      wholeNumber,
    )
    .requiredOption('--reason <text>', 'why, for those who used the report', someText)
}

/** What the store takes of the options: whoever commands the machine may correct everything. */
async function correctionOf({ district, agency, year, expectedRevision, reason }: CorrectionFlags) {
  const { OPERATOR } = await import('./store/actor.ts')
  return { districtCode: district, agencyName: agency ?? null, year, expectedRevision, reason, actor: OPERATOR }
}

function someText(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Expected a text that says something.')
  return text.trim()
}
