import type { ReportCondition } from '../store/conditions.ts'
import type { Snapshot } from '../store/snapshot.ts'
import { type ReportWithFigures, reportsWithFigures } from '../store/whole-reports.ts'
import { Archive } from './archive.ts'
import {
  contentTypes,
  ROOT_RELATIONS,
  SHEET_END,
  type SheetCell,
  STYLES,
  sheetBeginning,
  sheetRow,
  workbookParts,
} from './spreadsheet-xml.ts'
import { type SheetRow, WORKBOOK_SHEETS, type WorkbookSheet } from './workbook-sheets.ts'

/** The most rows of a sheet: what spreadsheets hold, 1,048,576. */
export const MOST_ROWS = 2 ** 20

/** The columns before those of the table: which report it is. */
const REPORT_HEADS = [
  { label: 'district_code', labelEn: 'Code of the district' },
  { label: 'district', labelEn: 'District' },
  { label: 'agency', labelEn: 'Agency' },
  { label: 'agency_kind', labelEn: 'Kind of agency' },
  { label: 'year', labelEn: 'Year' },
  { label: 'revision', labelEn: 'Revision' },
] as const

interface SheetFile {
  readonly name: string
  readonly path: string
}

/**
 * The figures of the reports of the condition as a workbook (Office Open XML): a sheet for each table of each form, with the rows and
 * columns that the form has, and before them which report it is. Sheets are written one after the other, each in a look of its own at the
 * same snapshot, so that none has to be held. Where a table has more rows than a sheet can, it goes on in the next sheet, under the same heads:
 * `2014 statistics`, `2014 statistics (2)`, with no report divided between two.
 */
export async function* workbook(
  snapshot: Snapshot,
  condition: ReportCondition,
  { mostRows = MOST_ROWS }: { readonly mostRows?: number } = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const archive = new Archive()
  const done = write(archive, snapshot, condition, mostRows).catch((error: Error) => archive.fail(error))
  try {
    yield* archive.output
    await done
  } finally {
    archive.fail()
  }
}

async function write(
  archive: Archive,
  snapshot: Snapshot,
  condition: ReportCondition,
  mostRows: number,
): Promise<void> {
  const files: SheetFile[] = []
  for (const sheet of WORKBOOK_SHEETS) {
    const rows = new SheetRows(snapshot, condition, sheet, mostRows)
    for (let part = 1; part === 1 || (await rows.hasMore()); part += 1) {
      const file = {
        name: part === 1 ? sheet.name : `${sheet.name} (${part})`,
        path: `xl/worksheets/sheet${files.length + 1}.xml`,
      }
      files.push(file)
      await archive.add(file.path, rows.nextSheet())
    }
  }
  for (const [path, text] of [
    ...workbookParts(files),
    ['xl/styles.xml', STYLES],
    ['_rels/.rels', ROOT_RELATIONS],
    ['[Content_Types].xml', contentTypes(files)],
  ] as const) {
    archive.addText(path, text)
  }
  archive.end()
}

/** The rows of one table for all reports, sheet by sheet. */
class SheetRows {
  readonly #reports: AsyncGenerator<ReportWithFigures, void, undefined>
  readonly #sheet: WorkbookSheet
  readonly #mostRows: number
  #next: Promise<IteratorResult<ReportWithFigures, void>> | null = null

  constructor(snapshot: Snapshot, condition: ReportCondition, sheet: WorkbookSheet, mostRows: number) {
    const ofForm = { AND: [condition, { form: { equals: sheet.form } }] }
    this.#reports = oneByOne(reportsWithFigures(snapshot, ofForm, sheet.families))
    this.#sheet = sheet
    this.#mostRows = mostRows
  }

  /** Whether there are reports that no sheet has. */
  async hasMore(): Promise<boolean> {
    return (await this.#peek()).done !== true
  }

  /** The next sheet, as full as it can be. */
  async *nextSheet(): AsyncGenerator<string, void, undefined> {
    const { labelHeads, columns } = this.#sheet
    const heads = [...REPORT_HEADS, ...labelHeads, ...columns]
    yield sheetBeginning(2)
    yield sheetRow(
      1,
      heads.map(({ label }) => label),
      true,
    )
    yield sheetRow(
      2,
      heads.map(({ labelEn }) => labelEn),
      true,
    )
    let row = 2
    for (let next = await this.#peek(); next.done !== true; next = await this.#peek()) {
      const rows = rowsOf(this.#sheet, next.value)
      if (row + rows.length > this.#mostRows) break
      this.#next = null
      const first = row + 1
      row += rows.length
      if (rows.length > 0) yield rows.map((cells, index) => sheetRow(first + index, cells)).join('')
    }
    yield SHEET_END
  }

  #peek() {
    this.#next ??= this.#reports.next()
    return this.#next
  }
}

async function* oneByOne(
  batches: AsyncIterable<readonly ReportWithFigures[]>,
): AsyncGenerator<ReportWithFigures, void, undefined> {
  for await (const batch of batches) yield* batch
}

function rowsOf({ rows }: WorkbookSheet, { head, figures }: ReportWithFigures): SheetCell[][] {
  const { district, agency, key } = head
  const whose: SheetCell[] = [
    district.code,
    district.name,
    agency.name,
    agency.kind,
    { number: String(key.year) },
    { number: String(key.number) },
  ]
  return rows
    .filter(({ paths }) => paths.some((path) => path !== null && figures.has(path)))
    .map(({ labels, paths }) => [...whose, ...labels, ...paths.map((path) => cellOf(path, figures))])
}

/** A number where one is stated; otherwise the state in words, with what is printed. What the report does not print is empty. */
function cellOf(path: SheetRow['paths'][number], figures: ReportWithFigures['figures']): SheetCell {
  const figure = path === null ? undefined : figures.get(path)
  if (figure === undefined) return null
  if (figure.value !== null) return { number: figure.value }
  return figure.state === 'UNREADABLE' ? `UNREADABLE: ${figure.raw}` : figure.state
}
