// What a run has started ends with it, however it ends: in the reverse order, and each by itself.

type Work = () => Promise<unknown> | unknown

const works: Work[] = []

/** Sees to it that something is undone when the run ends. */
export function atTheEnd(work: Work): void {
  works.push(work)
}

/** Undoes everything. What cannot be undone is told, and the rest undone all the same. */
export async function endAll(): Promise<void> {
  for (let work = works.pop(); work !== undefined; work = works.pop()) {
    try {
      await work()
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
    }
  }
}

/** Lets signals end the run in order; a second one ends it at once. */
export function endOnSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => endAll().finally(() => process.exit(code)))
  }
}
