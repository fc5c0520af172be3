import type { Finding } from '../domain/finding.ts'
import type { Rejudged } from '../ingest/rejudge.ts'
import { RULES_VERSION } from '../rules/judge.ts'
import { SEVERITY_STYLES, styled, takesColour } from './styled-text.ts'

/** What judging a report again changed: its status, the findings that it gained (+) and those that it lost (−). */
export function printRejudged(
  { agencyName, key, statusBefore, judgement, gained, lost }: Rejudged,
  colour = takesColour(),
): string {
  const { status } = judgement
  const change = statusBefore === status ? status : `${statusBefore ?? 'not judged before'} → ${status}`
  const told = (sign: string, { severity, ruleId, message }: Finding) =>
    `  ${sign} ${styled(severity, SEVERITY_STYLES[severity], colour)} ${ruleId}: ${message}`
  return [
    `${agencyName} ${key.year}, revision ${key.number}: ${change}`,
    ...gained.map((finding) => told(styled('+', 'red', colour), finding)),
    ...lost.map((finding) => told(styled('−', 'green', colour), finding)),
  ].join('\n')
}

/** Counts what judging again changes, and keeps none of it. */
export class RejudgedTotals {
  #judged = 0
  #changed = 0
  #gained = 0
  #lost = 0

  /** Counts a report, and says whether something of it changed. */
  add({ statusBefore, judgement, gained, lost }: Rejudged): boolean {
    const isChanged = statusBefore !== judgement.status || gained.length > 0 || lost.length > 0
    this.#judged += 1
    this.#changed += isChanged ? 1 : 0
    this.#gained += gained.length
    this.#lost += lost.length
    return isChanged
  }

  /** How many reports changed. */
  get changed(): number {
    return this.#changed
  }

  /** All of it in a sentence. */
  print(isDryRun: boolean): string {
    const judged = `${counted(this.#judged, 'report')} judged by the rules of version ${RULES_VERSION}`
    const verb = isDryRun ? 'would change' : 'changed'
    return `${judged}: ${this.#changed} ${verb}, with ${counted(this.#gained, 'finding')} gained and ${this.#lost} lost.`
  }
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
