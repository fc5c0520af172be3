import { type Command, InvalidArgumentError } from 'commander'
import type { ReachedDatabase } from './open-store.ts'
import { CommandError } from './run-command.ts'

/** How the commands reach the database and the files of their user. */
interface Surroundings {
  readonly withDatabase: <T>(how: 'OWN' | 'BORROW', work: (database: ReachedDatabase) => Promise<T>) => Promise<T>
  readonly pathOf: (path: string) => string
  readonly shownPath: (path: string) => string
  /** Of the hub. */
  readonly version: string
}

interface BackupFlags {
  readonly force?: true
  readonly verify?: true
  readonly sha256?: string
  readonly json?: true
}

/** Adds what writes all that the store holds into a file, and brings it back. Each command imports what it needs when it runs. */
export function addBackupCommands(program: Command, { withDatabase, pathOf, shownPath, version }: Surroundings): void {
  program
    .command('backup')
    .description('write all that the store holds, as of one moment, into a file, while the hub serves and ingests')
    .argument('<file>', 'the file to write, or the backup to verify')
    .option('--force', 'replace a file that is there')
    .option('--verify', 'verify a backup instead, without a database')
    .option('--sha256 <digest>', 'the digest that taking the backup printed, which it must have', sha256)
    .option('--json', 'print what the backup holds as an object of JSON')
    .action(async (file: string, options: BackupFlags) => {
      const { backUp, verify } = await import('./cli/back-up.ts')
      const path = pathOf(file)
      const shown = { file: shownPath(path), json: options.json === true, told: progress() }
      if (options.sha256 !== undefined && !options.verify) {
        throw new CommandError(
          'Expected --sha256 with --verify: a new backup has a digest of its own, which is printed.',
        )
      }
      if (options.verify) console.log(await verify(path, options.sha256, shown))
      else
        console.log(
          await withDatabase('BORROW', ({ url }) => backUp(url, path, options.force === true, version, shown)),
        )
    })

  program
    .command('restore')
    .description('restore a backup into an empty database, or a new data folder')
    .argument('<file>', 'the backup')
    .option('--sha256 <digest>', 'the digest that taking the backup printed, which it must have', sha256)
    .option('--json', 'print what was restored as an object of JSON')
    .action(async (file: string, options: BackupFlags) => {
      const { restore } = await import('./cli/back-up.ts')
      const path = pathOf(file)
      const shown = { file: shownPath(path), json: options.json === true, told: progress() }
      console.log(await restore(path, options.sha256, (into) => withDatabase('OWN', ({ url }) => into(url)), shown))
    })
}

/** Tells whoever sits at a terminal how far it is. */
function progress(): (line: string) => void {
  return process.stderr.isTTY ? (line) => console.error(line) : () => undefined
}

function sha256(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new InvalidArgumentError('Expected 64 hexadecimal digits.')
  return text.toLowerCase()
}
