import { APPLICANTS } from '../../domain/applicants.ts'
import type { ApplicationRow } from '../../domain/application-rows.ts'
import { DISCLOSURE_ITEMS, type DisclosureItemCode, type DisclosureMeasure } from '../../domain/disclosure-items.ts'
import { ARABIC_OUTLINE, OF_WHICH } from '../../domain/document-words.ts'
import type { FigurePath } from '../../domain/figure-paths.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Note } from './read-figure.ts'
import type { Row } from './row.ts'

type Named = ApplicationRow | DisclosureItemCode

/** A row that some forms print, or variants of them, and the rows into which others divide it under its label as a heading. */
interface Division {
  readonly whole: Named
  readonly parts: readonly Named[]
  /** Of the parts the one whose label may be what is left of the whole's. */
  readonly rest?: Named
}

const DIVISIONS: readonly Division[] = [
  {
    whole: 'OTHER',
    parts: ['OTHER_NOT_CORRECTED_IN_TIME', 'OTHER_FEE_UNPAID', 'OTHER_MISCELLANEOUS'],
    rest: 'OTHER_MISCELLANEOUS',
  },
  { whole: 'OTHER_EXTERNAL_MANAGEMENT', parts: ['INSPECTION', 'CONFIRMATION'] },
]

/**
 * The rows without those of which it is not certain whether they are a whole or a part of it: where a part has lost its label, its values
 * stand behind the heading, which is the label of the whole; and 其他 alone, without its number, may be what is left of 其他处理. They are
 * noted.
 */
export function settleDividedRows(rows: readonly Row[], note: Note): readonly Row[] {
  const doubtful = new Set(DIVISIONS.flatMap((division) => doubtfulIn(division, rows, note)))
  return doubtful.size === 0 ? rows : rows.filter((row) => !doubtful.has(row))
}

function doubtfulIn({ whole, parts, rest }: Division, rows: readonly Row[], note: Note): readonly Row[] {
  const found = new Set(rows.map(nameOf))
  const present = parts.filter((part) => found.has(part))
  const isWholeInDoubt = (row: Row, index: number) =>
    nameOf(row) === whole &&
    (present.length > 0 ? present.length < parts.length : isUnknownPart(rows[index + 1], row.table))
  const isAlone = present.length === 1 && rest !== undefined
  const isRestOfLabel = (row: Row) => isAlone && nameOf(row) === rest && !ARABIC_OUTLINE.test(row.label.plain)
  const doubtful = rows.filter((row, index) => isWholeInDoubt(row, index) || isRestOfLabel(row))
  const missing = parts.filter((part) => !present.includes(part) || doubtful.some((row) => nameOf(row) === part))
  for (const { label, cells } of doubtful) {
    note({
      code: 'row.unrecognised',
      message: `Expected the row "${label.text}" or the rows into which it is divided, got a part of both. Its values were not taken.`,
      paths: [whole, ...missing].flatMap(pathsOf),
      raw: [label, ...cells].map(({ text }) => text).join('\t'),
      at: label.at,
    })
  }
  return doubtful
}

/** A row that the form does not have, and that does not say to be of which of the row above. */
const isUnknownPart = (row: Row | undefined, table: Row['table']) =>
  row !== undefined && row.table === table && row.known === null && !OF_WHICH.test(row.label.plain)

function nameOf({ known }: Row): Named | null {
  if (known?.meaning.table === 'DISCLOSURE') return known.meaning.item
  return known?.meaning.table === 'APPLICATIONS' ? known.meaning.row : null
}

const isItem = (name: Named): name is DisclosureItemCode => name in DISCLOSURE_ITEMS

function pathsOf(name: Named): readonly FigurePath[] {
  if (!isItem(name)) return codesOf(APPLICANTS).map((applicant) => `applications.${name}.${applicant}` as const)
  const cells: { readonly [form: string]: readonly DisclosureMeasure[] } = DISCLOSURE_ITEMS[name].cells
  const measures = new Set(Object.values(cells).flat())
  return [...measures].map((measure) => `disclosure.${name}.${measure}` as const)
}
