import { APPLICANTS } from '../domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRow } from '../domain/application-rows.ts'
import { CASE_RESULTS } from '../domain/cases.ts'
import {
  DISCLOSURE_ITEMS,
  DISCLOSURE_MEASURES,
  type DisclosureItemCode,
  type DisclosureMeasure,
} from '../domain/disclosure-items.ts'
import { OF_WHICH, OUTLINE_NUMBER } from '../domain/document-words.ts'
import type { Form } from '../domain/forms.ts'
import { STATISTICS_TABLE } from '../domain/statistics-table.ts'
import { codesOf, type Term } from '../domain/terms.ts'
import { UNITS } from '../domain/units.ts'
import { plain } from './plain.ts'

/** The tables of the three forms. */
export type Table = 'DISCLOSURE' | 'APPLICATIONS' | 'CASES' | 'STATISTICS'

/** What a row label says, within its table. */
export type RowMeaning =
  | { readonly table: 'DISCLOSURE'; readonly item: DisclosureItemCode }
  | { readonly table: 'APPLICATIONS'; readonly row: ApplicationRow }
  | { readonly table: 'STATISTICS'; readonly row: StatisticsRow }

export type StatisticsRow = (typeof STATISTICS_TABLE)[number]

/** A label found in a vocabulary. */
export interface Known<T> {
  readonly meaning: T
  /** The official label when the document prints another spelling; null when it prints the label. */
  readonly aliasOf: string | null
}

type Vocabulary<T> = ReadonlyMap<string, readonly Known<T>[]>

/** A label, already plain, as it is compared: without outline number, 其中, explanations in brackets and punctuation. */
export function normaliseLabel(text: string): string {
  const bare = withoutBrackets(text.replace(OUTLINE_NUMBER, '')).replace(OF_WHICH, '').replace(OUTLINE_NUMBER, '')
  return bare.replace(/[\p{P}\p{S}]/gu, '')
}

/** Brackets with what they hold, innermost first; an opening bracket that is never closed takes the rest with it. */
function withoutBrackets(text: string): string {
  let kept = ''
  let depth = 0
  for (const character of text) {
    if (character === '(') depth += 1
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += character
  }
  return kept
}

function vocabulary<T>(entries: Iterable<readonly [Term, T]>): Vocabulary<T> {
  const known = new Map<string, Known<T>[]>()
  const add = (label: string, entry: Known<T>) => {
    const key = normaliseLabel(plain(label))
    known.set(key, [...(known.get(key) ?? []), entry])
  }
  for (const [term, meaning] of entries) {
    for (const label of [term.label, ...(term.variants ?? [])]) add(label, { meaning, aliasOf: null })
    for (const alias of term.aliases ?? []) add(alias, { meaning, aliasOf: term.label })
  }
  return known
}

const printedSince2019 = (forms: readonly Form[]) => forms.includes('FORM_2019') || forms.includes('FORM_2021')

const ROWS: Vocabulary<RowMeaning> = vocabulary<RowMeaning>([
  ...codesOf(DISCLOSURE_ITEMS)
    .filter((item) => printedSince2019(codesOf(DISCLOSURE_ITEMS[item].cells)))
    .map((item) => [DISCLOSURE_ITEMS[item], { table: 'DISCLOSURE', item }] as const),
  ...codesOf(APPLICATION_ROWS)
    .filter((row) => printedSince2019(APPLICATION_ROWS[row].forms))
    .map((row) => [APPLICATION_ROWS[row], { table: 'APPLICATIONS', row }] as const),
  ...STATISTICS_TABLE.map((row) => [row, { table: 'STATISTICS', row }] as const),
])

const MEASURES: Vocabulary<DisclosureMeasure> = vocabulary(
  codesOf(DISCLOSURE_MEASURES).map((measure) => [DISCLOSURE_MEASURES[measure], measure] as const),
)

const COLUMN_HEADS: ReadonlySet<string> = new Set(
  [...Object.values(APPLICANTS), ...Object.values(CASE_RESULTS)].map(({ label }) => normaliseLabel(plain(label))),
)

const UNIT_WORDS: ReadonlySet<string> = new Set(Object.values(UNITS).map(({ label }) => label))

/** The rows that a label can name, in whatever table. */
export function rowsNamed(label: string): readonly Known<RowMeaning>[] {
  return ROWS.get(normaliseLabel(label)) ?? []
}

/** The measure that a column head of a proactive-disclosure table names. */
export function measureNamed(label: string): DisclosureMeasure | undefined {
  return MEASURES.get(normaliseLabel(label))?.[0]?.meaning
}

/** Whether the text is a column head of the applications or the case table. */
export function isColumnHead(label: string): boolean {
  return COLUMN_HEADS.has(normaliseLabel(label))
}

/** Whether the text is one of the units that the forms print. */
export function isUnit(text: string): boolean {
  return UNIT_WORDS.has(text)
}
