import { StoreError } from './store/store-error.ts'

/** Something about a command that its caller can mend: the message is a sentence for each. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Runs a command. What its caller can mend is told in a sentence; anything else is a fault of ours and is shown whole. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    const mendable = error instanceof CommandError || error instanceof StoreError
    console.error(mendable ? error.message : error)
    process.exitCode = error instanceof CommandError ? error.exitCode : 1
  }
}
