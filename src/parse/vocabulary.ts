import { distance } from 'fastest-levenshtein'
import { APPLICANTS } from '../domain/applicants.ts'
import {
  APPLICATION_ROWS,
  type ApplicationRow,
  type ApplicationRowTerm,
  OUTCOME_GROUPS,
  OUTCOMES_HEADING,
  type OutcomeGroup,
} from '../domain/application-rows.ts'
import { CASE_RESULTS } from '../domain/cases.ts'
import {
  DISCLOSURE_ITEMS,
  DISCLOSURE_MEASURES,
  type DisclosureItemCode,
  type DisclosureMeasure,
} from '../domain/disclosure-items.ts'
import { OF_WHICH, OTHER_MONEY, OUTLINE_NUMBER } from '../domain/document-words.ts'
import type { Form } from '../domain/forms.ts'
import { STATISTICS_TABLE } from '../domain/statistics-table.ts'
import type { Table } from '../domain/tables.ts'
import { codesOf, type Term } from '../domain/terms.ts'
import { UNITS } from '../domain/units.ts'
import { plain } from './plain.ts'
import { remembered } from './remembered.ts'

export type { Table } from '../domain/tables.ts'

/** What a row label says, within its table. */
export type RowMeaning =
  | { readonly table: 'DISCLOSURE'; readonly item: DisclosureItemCode }
  | { readonly table: 'APPLICATIONS'; readonly row: ApplicationRow }
  | { readonly table: 'STATISTICS'; readonly row: StatisticsRow }

export type StatisticsRow = (typeof STATISTICS_TABLE)[number]

/** A label found in a vocabulary. */
export interface Known<T> {
  readonly meaning: T
  /** Whether it was found by likeness only. */
  readonly similar?: true
  /** The official label when the document prints another spelling; null when it prints the label. */
  readonly aliasOf: string | null
}

/** Shorter labels differ from each other by as little as from a misprint. */
const SHORTEST_SIMILAR = 6
/** Shorter aliases could be words of another row. */
const SHORTEST_ALIAS = 5
/** Nothing longer is a label, whatever explanations stand behind it: a paragraph is not searched for one. */
const LONGEST_LABEL = 300
/** One character in so many may be wrong. */
const MISPRINT_EVERY = 5
/** The part of a label that must be left when characters were lost, and that it must be of what is printed when some came in. */
const LEAST_KEPT = 0.7
const LEAST_OFFICIAL = 0.4
/** The next best label must be so many more changes away. */
const CLEAR_BY = 2

type Vocabulary<T> = ReadonlyMap<string, readonly Known<T>[]>

/** A label, already plain, as it is compared: without outline number, 其中, explanations in brackets, punctuation and Latin letters,
 * which no label has and which spam puts there. What is too long for a label stays as it is. */
export function normaliseLabel(text: string): string {
  return text.length > LONGEST_LABEL ? text : normalised(text)
}

const IS_CHINESE = /^[\u4e00-\u9fff]*$/u

const normalised = remembered((text) => {
  const bare = withoutBrackets(text.replace(OUTLINE_NUMBER, '')).replace(OF_WHICH, '').replace(OUTLINE_NUMBER, '')
  return IS_CHINESE.test(bare) ? bare : bare.replace(/[\p{P}\p{S}\p{Script=Latin}]/gu, '')
})

/** Brackets with what they hold, innermost first; an opening bracket that is never closed takes the rest with it. */
function withoutBrackets(text: string): string {
  if (!text.includes('(') && !text.includes(')')) return text
  let kept = ''
  let depth = 0
  for (const character of text) {
    if (character === '(') depth += 1
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += character
  }
  // (六其他处理: a bracket that is never closed does not take everything.
  return kept === '' && depth > 0 ? text.replaceAll('(', '') : kept
}

/**
 * Whether an alias is a part of the label that a layout may break off, or so short that it could be another's: it names its row only
 * where values follow.
 */
function isShortened(alias: string, { label }: Term): boolean {
  const [short, whole] = [normaliseLabel(plain(alias)), normaliseLabel(plain(label))]
  return short.length < SHORTEST_ALIAS || whole.startsWith(short) || whole.endsWith(short)
}

const withWholeAliases = (term: Term): Term => ({
  ...term,
  aliases: (term.aliases ?? []).filter((alias) => !isShortened(alias, term)),
})

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
    .map((row) => [withWholeAliases(APPLICATION_ROWS[row]), { table: 'APPLICATIONS', row }] as const),
  ...STATISTICS_TABLE.map((row) => [row, { table: 'STATISTICS', row }] as const),
])

interface Heading {
  readonly heading: string
  /** Whether a row can stand under it. */
  readonly admits: (meaning: RowMeaning) => boolean
}

const outcomeIn =
  (group: OutcomeGroup | null) =>
  (meaning: RowMeaning): boolean => {
    if (meaning.table !== 'APPLICATIONS') return false
    const term: ApplicationRowTerm = APPLICATION_ROWS[meaning.row]
    return group === null ? term.group !== undefined || meaning.row === 'HANDLED_TOTAL' : term.group === group
  }

/** Headings that text drawn from merged cells glues to the first of the rows that they span: 不予公开1.属于国家秘密. */
const HEADINGS: readonly Heading[] = [
  { heading: OUTCOMES_HEADING, admits: outcomeIn(null) },
  ...codesOf(OUTCOME_GROUPS).map((group) => ({ heading: OUTCOME_GROUPS[group].label, admits: outcomeIn(group) })),
  {
    heading: DISCLOSURE_ITEMS.OTHER_EXTERNAL_MANAGEMENT.label,
    admits: (meaning) =>
      meaning.table === 'DISCLOSURE' && (meaning.item === 'INSPECTION' || meaning.item === 'CONFIRMATION'),
  },
]

/** The label that the form prints for a row. */
export function officialLabel(meaning: RowMeaning): string {
  if (meaning.table === 'DISCLOSURE') return DISCLOSURE_ITEMS[meaning.item].label
  return meaning.table === 'APPLICATIONS' ? APPLICATION_ROWS[meaning.row].label : meaning.row.label
}

const similarIn = (table: Table) =>
  [...ROWS].filter(
    ([label, known]) =>
      label.length >= SHORTEST_SIMILAR &&
      known.every(({ meaning, aliasOf }) => meaning.table === table && aliasOf === null),
  )

const SIMILAR_LABELS: { readonly [table in Table]: readonly (readonly [string, readonly Known<RowMeaning>[]])[] } = {
  DISCLOSURE: similarIn('DISCLOSURE'),
  APPLICATIONS: similarIn('APPLICATIONS'),
  CASES: [],
  STATISTICS: similarIn('STATISTICS'),
}

const SHORTENED: ReadonlyMap<string, RowMeaning> = new Map(
  codesOf(APPLICATION_ROWS).flatMap((row) => {
    const term: ApplicationRowTerm = APPLICATION_ROWS[row]
    const short = (term.aliases ?? []).filter((alias) => isShortened(alias, term))
    return short.map((alias) => [normaliseLabel(plain(alias)), { table: 'APPLICATIONS', row }] as const)
  }),
)

const MEASURES: Vocabulary<DisclosureMeasure> = vocabulary(
  codesOf(DISCLOSURE_MEASURES).map((measure) => [DISCLOSURE_MEASURES[measure], measure] as const),
)

const COLUMN_HEADS: ReadonlySet<string> = new Set(
  [...Object.values(APPLICANTS), ...Object.values(CASE_RESULTS)].map(({ label }) => normaliseLabel(plain(label))),
)

const UNIT_WORDS: ReadonlySet<string> = new Set(Object.values(UNITS).map(({ label }) => label))

/** The rows that a label can name, in whatever table: alone, or behind the heading of its group in the same cell. */
export function rowsNamed(label: string): readonly Known<RowMeaning>[] {
  return label.length > LONGEST_LABEL ? [] : rowsOf(label)
}

const rowsOf = remembered((label): readonly Known<RowMeaning>[] => {
  const named = ROWS.get(normaliseLabel(label))
  if (named !== undefined) return named
  const bare = label.replace(OUTLINE_NUMBER, '')
  for (const { heading, admits } of HEADINGS) {
    if (!bare.startsWith(heading)) continue
    const behind = rowsNamed(bare.slice(heading.length)).filter(({ meaning }) => admits(meaning))
    if (behind.length > 0) return behind
  }
  return []
})

/** The measure that a column head of a proactive-disclosure table names. */
export function measureNamed(label: string): DisclosureMeasure | undefined {
  return label.length > LONGEST_LABEL ? undefined : MEASURES.get(normaliseLabel(label))?.[0]?.meaning
}

/** Whether the text is a column head of the applications or the case table. */
export function isColumnHead(label: string): boolean {
  return label.length <= LONGEST_LABEL && COLUMN_HEADS.has(normaliseLabel(label))
}

/**
 * The row of a table that a misprinted label most likely names: a few characters wrong, missing or put in. Null unless one label is
 * clearly nearer than every other.
 */
export function rowSimilarTo(label: string, table: Table): Known<RowMeaning> | null {
  const printed = normaliseLabel(label.slice(0, LONGEST_LABEL + 1))
  const short = SHORTENED.get(printed)
  if (short?.table === table) return { meaning: short, aliasOf: officialLabel(short), similar: true }
  if (printed.length < SHORTEST_SIMILAR || label.length > LONGEST_LABEL) return null
  const ranked = SIMILAR_LABELS[table]
    .map(([official, known]) => ({ known, official, changes: changesBetween(printed, official) }))
    .sort((one, other) => one.changes - other.changes)
  const [best, next] = ranked
  if (best === undefined || best.known.length !== 1) return null
  if (best.changes > Math.floor(best.official.length / MISPRINT_EVERY)) return null
  if (next !== undefined && next.changes - best.changes < CLEAR_BY) return null
  const meaning = best.known[0]?.meaning
  return meaning === undefined ? null : { meaning, aliasOf: officialLabel(meaning), similar: true }
}

/** Characters put into a label, or lost from it, count once for all: spam is inserted as whole words, and line ends are cut off. */
function changesBetween(printed: string, official: string): number {
  const [shorter, longer] = printed.length < official.length ? [printed, official] : [official, printed]
  const kept = shorter.length / longer.length
  // What stands behind a whole label says that it is another row: 其他对外管理服务事项行政检查.
  const goesOn = printed.length > official.length && printed.startsWith(official)
  if (!goesOn && kept >= (shorter === printed ? LEAST_KEPT : LEAST_OFFICIAL) && isCutFrom(shorter, longer)) return 1
  return distance(printed, official)
}

/** Whether a text is another without a stretch of it. */
function isCutFrom(text: string, other: string): boolean {
  let place = 0
  while (place < text.length && text[place] === other[place]) place += 1
  return other.endsWith(text.slice(place))
}

/** Whether the text is one of the units that the forms print, or another unit of money. */
export function isUnit(text: string): boolean {
  return UNIT_WORDS.has(text) || OTHER_MONEY.test(text)
}
