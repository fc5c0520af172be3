import { asMarkup } from './markup.ts'

// The few parts of Office Open XML (ECMA-376) that a workbook of numbers and texts takes.

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OF_DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The media type of a workbook. */
export const WORKBOOK_TYPE = `${TYPES}.sheet`

/** The most characters of a cell. */
const LONGEST_TEXT = 32_767

/** A cell is a number in plain digits, a text, or empty. */
export type SheetCell = string | { readonly number: string } | null

interface Sheet {
  readonly name: string
  readonly path: string
}

/** The beginning of a sheet whose first rows stand still. */
export const sheetBeginning = (heads: number): string =>
  `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${heads}" topLeftCell="A${heads + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`

export const SHEET_END = '</sheetData></worksheet>'

/** A row, counted from one. Texts are texts, whatever they begin with: none is ever worked out. */
export function sheetRow(row: number, cells: readonly SheetCell[], isHead = false): string {
  const drawn = cells.map((cell, column) => {
    if (cell === null) return ''
    const at = `r="${columnName(column)}${row}"${isHead ? ' s="1"' : ''}`
    if (typeof cell !== 'string') return `<c ${at}><v>${cell.number}</v></c>`
    const text = asMarkup(cell.slice(0, LONGEST_TEXT))
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
  })
  return `<row r="${row}">${drawn.join('')}</row>`
}

const NAMES: string[] = []

/** The name of a column, counted from nought: A to Z, AA and so on. */
function columnName(column: number): string {
  let name = NAMES[column]
  if (name === undefined) {
    const last = String.fromCharCode(65 + (column % 26))
    name = column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
    NAMES[column] = name
  }
  return name
}

/** Two styles: that of every cell, and that of heads. */
export const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`

export const ROOT_RELATIONS = `${DECLARATION}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OF_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

/** The list of the sheets, and where each stands. */
export function workbookParts(sheets: readonly Sheet[]): readonly (readonly [path: string, xml: string])[] {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${asMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const related = sheets.map(
    ({ path }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OF_DOCUMENT}/worksheet" Target="${path.replace(/^xl\//, '')}"/>`,
  )
  const styles = `<Relationship Id="rId${sheets.length + 1}" Type="${OF_DOCUMENT}/styles" Target="styles.xml"/>`
  return [
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OF_DOCUMENT}"><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${DECLARATION}<Relationships xmlns="${RELATIONS}">${related.join('')}${styles}</Relationships>`,
    ],
  ]
}

export function contentTypes(sheets: readonly Sheet[]): string {
  const parts = [
    ['/xl/workbook.xml', `${TYPES}.sheet.main+xml`],
    ['/xl/styles.xml', `${TYPES}.styles+xml`],
    ...sheets.map(({ path }) => [`/${path}`, `${TYPES}.worksheet+xml`]),
  ].map(([path, type]) => `<Override PartName="${path}" ContentType="${type}"/>`)
  const relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
  return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${relations}<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
}
