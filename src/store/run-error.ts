/** What stands against something that is wanted of a run. */
export type RunErrorCode =
  | 'RUN_NOT_FOUND'
  | 'RUN_OF_ANOTHER_KEY'
  | 'RUN_DIFFERS'
  | 'RUN_CLOSED'
  | 'ITEM_NOT_FOUND'
  | 'ITEM_NOT_OPEN'

/** The caller can mend it: the message tells what was expected, what came, what to try. Nothing was changed. */
export class RunError extends Error {
  override readonly name = 'RunError'
  readonly code: RunErrorCode

  constructor(code: RunErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** No run of that id, or one of somebody else: who asks is told the same. */
export const runNotFound = (id: string) =>
  new RunError(
    'RUN_NOT_FOUND',
    `Expected the id of a run that was started with this key, got "${id}". The query ingestionRuns lists them.`,
  )

/** Its files are stored with the key that started it, and in its name. */
export const runOfAnotherKey = (id: string) =>
  new RunError(
    'RUN_OF_ANOTHER_KEY',
    `Expected a run that was started with this key, got ${id}, which another one has started: whoever holds that one fills it and tries again.`,
  )

/** A run of that name is there, and was started with something else for its files. */
export const runDiffers = (id: string, what: string, had: unknown, got: unknown) =>
  new RunError(
    'RUN_DIFFERS',
    `Expected "${what}" to be ${JSON.stringify(had)}, as the run ${id} of that name was started with, got ${JSON.stringify(got)}. Start one of another name, or say the same.`,
  )

/** The run takes no more files. */
export const runClosed = (id: string, how: 'closed' | 'cancelled') =>
  new RunError('RUN_CLOSED', `Expected a run that takes files, got ${id}, which is ${how}. Start another one.`)

/** No item of that position in the run. */
export const itemNotFound = (run: string, position: number) =>
  new RunError(
    'ITEM_NOT_FOUND',
    `Expected an item of a run that was started with this key, got ${position} of ${run}. The field items of the run lists them.`,
  )

/** The item is stored, or waits, or was discarded: nothing is to be done about it. */
export const itemNotOpen = (name: string, state: string) =>
  new RunError(
    'ITEM_NOT_OPEN',
    `Expected an item that failed or was not begun, got "${name}", which is ${state}. Leave it out.`,
  )
