import { type Command, InvalidArgumentError } from 'commander'
import { expiryOf } from './cli/key-flags.ts'
import { printable } from './cli/printable.ts'
import type { OpenStore } from './open-store.ts'

/** How the commands reach the store and the files of their user. */
interface Surroundings {
  readonly withStore: <T>(work: (store: OpenStore) => Promise<T>) => Promise<T>
  readonly pathOf: (path: string) => string
  readonly unreadable: (error: unknown) => never
}

/** Adds what is asked of what was done. Each command imports what it needs when it runs. */
export function addAuditCommands(audit: Command, { withStore, pathOf, unreadable }: Surroundings): void {
  audit
    .command('list')
    .description('print what was done, the earliest first')
    .option('--action <name>', 'what was done: report.revised, or key. for all about keys')
    .option('--key <name>', 'done with the key of this name')
    .option('--since <date>', 'done on this day in China, or later', startOfDay)
    .option('--json', 'print one object of JSON for each event, one a line')
    .action(async (options: { action?: string; key?: string; since?: Date; json?: true }) => {
      const { listAudit } = await import('./store/list-audit.ts')
      const { printEvent } = await import('./cli/print-audit.ts')
      const { action, key: name, since } = options
      await withStore(async ({ db }) => {
        const condition = {
          action: { startsWith: action ?? null },
          key: { equals: name ?? null },
          at: { gte: since ?? null },
        }
        for await (const event of listAudit(db, condition))
          console.log(options.json ? JSON.stringify(event) : printable(printEvent(event)))
      })
    })

  audit
    .command('seal')
    .description('write down where every chain ends, and print one hash to keep elsewhere, which stands for all of it')
    .action(async () => {
      const { sealAudit } = await import('./store/seal-audit.ts')
      await withStore(async ({ db }) => console.log((await sealAudit(db)).hash))
    })

  audit
    .command('verify')
    .description(
      'verify what was written down of what was done, and print where its chains end: exit code 1 when it is broken',
    )
    .option(
      '--expect <what>',
      'the hash of a seal, or a file of what this command printed before: it must be there still',
    )
    .option('--sources', 'compare the stored documents with it as well')
    .option('--json', 'print one object of JSON')
    .action(async (options: { expect?: string; sources?: true; json?: true }) => {
      const { verifyTrail, keptHeads } = await import('./cli/verify-trail.ts')
      const { printTrail } = await import('./cli/print-audit.ts')
      const verified = await withStore(async ({ db }) => {
        const kept =
          options.expect === undefined
            ? []
            : await keptHeads(db, options.expect, pathOf(options.expect)).catch(unreadable)
        const tell = options.json ? () => undefined : (message: string) => console.error(printable(message))
        return verifyTrail(db, kept, { ...options, tell })
      })
      console.log(options.json ? JSON.stringify(verified) : printTrail(verified))
      if (verified.breaks > 0) process.exitCode = 1
    })
}

function startOfDay(text: string): Date {
  const end = /^\d{4}-\d\d-\d\d$/.test(text) ? expiryOf(text, new Date()) : null
  if (end === null) throw new InvalidArgumentError('Expected a date such as 2026-12-31.')
  return new Date(end.valueOf() - 86_400_000)
}
