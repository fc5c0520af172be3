import { isTable, type PrintedReport, type PrintedTable } from './printed-report.ts'
import { type SpannedCell, spanned } from './spans.ts'
import { storedZip } from './stored-zip.ts'

/** A report as a Word file. */
type DocxLayout = (report: PrintedReport) => Uint8Array

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (text: string) => `<w:p>${text.split('\n').map(run).join('<w:r><w:br/></w:r>')}</w:p>`
const cellOf = (properties: string, content: string) => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const across = (columns: number) => (columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '')

/** Merged cells as Word writes them: one that reaches down is written again, empty, in each row below. */
function mergedTable(table: PrintedTable): string {
  let above: (SpannedCell & { left: number })[] = []
  const rows = spanned(table).map((spans) => {
    const reaching = above.map((cell) => ({ ...cell, left: cell.left - 1 })).filter(({ left }) => left > 0)
    const begun = spans.map((cell) => ({ ...cell, left: cell.rows }))
    above = [...reaching, ...begun].sort((one, other) => one.from - other.from)
    const cells = above.map(({ cell, columns, rows: down, left }) =>
      left < down
        ? cellOf(`${across(columns)}<w:vMerge/>`, paragraph(''))
        : cellOf(across(columns) + (down > 1 ? '<w:vMerge w:val="restart"/>' : ''), paragraph(cell.text)),
    )
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

const plainTable = ({ rows }: PrintedTable) => {
  const written = rows.map((row) => {
    const cells = row.map(({ text }) => cellOf('', text.split('\n').map(paragraph).join('')))
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return `<w:tbl>${written.join('')}</w:tbl>`
}

const wordFile =
  (table: (table: PrintedTable) => string): DocxLayout =>
  ({ title, blocks }) => {
    const body = [paragraph(title.text), ...blocks.map((block) => (isTable(block) ? table(block) : paragraph(block)))]
    return storedZip({
      '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `<w:document xmlns:w="${NAMESPACE}"><w:body>${body.join('')}</w:body></w:document>`,
    })
  }

export const DOCX_LAYOUTS = {
  'Word, merged cells': wordFile(mergedTable),
  'Word, no merged cells': wordFile(plainTable),
} as const satisfies Record<string, DocxLayout>
