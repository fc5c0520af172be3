/** Counts what became of files. */
export class IngestTally {
  readonly #outcomes = new Map<string, number>()
  readonly #errors = new Map<string, number>()

  stored(outcome: string): void {
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1)
  }

  refused(code: string): void {
    this.#errors.set(code, (this.#errors.get(code) ?? 0) + 1)
  }

  get files(): number {
    return sum(this.#outcomes) + sum(this.#errors)
  }

  get refusals(): number {
    return sum(this.#errors)
  }

  /** As a table: how many of each outcome, and of each error. */
  print(): string {
    const rows = [...sorted(this.#outcomes), ...sorted(this.#errors)]
    const columns = Math.max(...rows.map(([name]) => name.length), 0)
    const title = `${this.files} ${this.files === 1 ? 'file' : 'files'}: ${sum(this.#outcomes)} without an error, ${this.refusals} refused.`
    return [title, ...rows.map(([name, count]) => `  ${name.padEnd(columns)}  ${String(count).padStart(6)}`)].join('\n')
  }
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0)
const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([one], [other]) => (one < other ? -1 : 1))

/** The name of a type of error → its code: `NotAReportError` → `NOT_A_REPORT`. */
export const codeOfType = (name: string): string =>
  name
    .replace(/Error$/, '')
    .replaceAll(/(?<!^)(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])/g, '_')
    .toUpperCase()
