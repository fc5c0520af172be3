/** What stands against something that is wanted of a run. */
export type RunErrorCode = 'RUN_NOT_FOUND' | 'RUN_CLOSED' | 'ITEM_NOT_FOUND' | 'ITEM_NOT_OPEN'

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
