import { type Command, InvalidArgumentError, Option } from 'commander'
import { expiryOf, type KeyFlags } from './cli/key-flags.ts'
import type { OpenStore } from './open-store.ts'

/** Adds what is done to keys. Each command imports what it needs when it runs. */
export function addKeyCommands(
  key: Command,
  withStore: <T>(work: (store: OpenStore) => Promise<T>) => Promise<T>,
): void {
  key
    .command('create')
    .description('make a key and print it, this once')
    .argument('<name>', 'whose key it is; a name is never given twice')
    .addOption(
      new Option('--scope <scope...>', 'what it is for: INGEST when left out').choices([
        'READ_PRIVATE',
        'INGEST',
        'ADMIN',
      ]),
    )
    .option('--district <code...>', 'limit it to this district, and all below it')
    .option('--agency <name...>', 'limit it to this agency, by its name or as CODE:NAME with the code of its district')
    .option('--expires <when>', 'a date, to the end of that day in China, or 90d: for ninety days', expiry)
    .action(async (name: string, flags: KeyFlags) => {
      const { createApiKey, listApiKeys } = await import('./store/api-keys.ts')
      const { rightsOf } = await import('./cli/key-flags.ts')
      const { printedKeys, printKey } = await import('./cli/print-keys.ts')
      await withStore(async ({ db }) => {
        const made = await createApiKey(db, name, await rightsOf(db, flags))
        const [printed] = await printedKeys(
          db,
          (await listApiKeys(db)).filter(({ id }) => id === made.id),
        )
        // Beside the key, so that a script takes the key alone.
        if (printed) console.error(printKey(printed))
        console.log(made.key)
      })
    })

  key
    .command('list')
    .description('list the keys, also those that are revoked or expired')
    .option('--json', 'print one object of JSON for each key, one a line')
    .action(async (options: { json?: true }) => {
      const { listApiKeys } = await import('./store/api-keys.ts')
      const { printedKeys, printKey } = await import('./cli/print-keys.ts')
      await withStore(async ({ db }) => {
        for (const one of await printedKeys(db, await listApiKeys(db)))
          console.log(options.json ? JSON.stringify(one) : printKey(one))
      })
    })

  key
    .command('revoke')
    .description('revoke a key for good; what was stored with it stays')
    .argument('<name>', 'whose key it is')
    .action(async (name: string) => {
      const { revokeApiKey } = await import('./store/api-keys.ts')
      await withStore(({ db }) => revokeApiKey(db, name))
      console.log(`Revoked the key "${name}": nothing can be done with it any more.`)
    })
}

function expiry(text: string): Date {
  const date = expiryOf(text, new Date())
  if (date === null) throw new InvalidArgumentError('Expected a date such as 2027-12-31, or days such as 90d.')
  return date
}
