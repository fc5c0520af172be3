import { columnsOf, METRICS } from './text-width.ts'

/** A longer line is not drawn. */
const LONGEST_LINE = 4_000
/** A whole border: +-----+-----+ */
const BORDER = /^\s*\+(?:[-=:]{1,4000}\+){1,200}\s*$/

/** A line of a table that is drawn with characters, as ASCII draws it. */
export interface DrawnLine {
  readonly characters: readonly string[]
  /** The column of each of them. */
  readonly columns: readonly number[]
  /** The character that begins in a column. */
  readonly at: ReadonlyMap<number, number>
}

/** Lines and corners as ASCII draws them, character for character. */
function asAscii(text: string): string {
  if (text.length > LONGEST_LINE) return ''
  return text
    .replace(/[─━═╌┄┈]/gu, '-')
    .replace(/[│┃║]/gu, '|')
    .replace(/[┌-┗┘-╋╒-╬╭-╰]/gu, '+')
}

export const isBorder = (text: string): boolean => text !== '' && /[+┌-╬╭]/u.test(text) && BORDER.test(asAscii(text))

/** Whether a line may go on with a drawn table. */
export const isInside = (text: string): boolean => /^\s*[|+]/.test(asAscii(text))

/** The lines of a table that begins and ends with a border, and the columns in which its lines meet; null where they do not. */
export function readDrawing(
  texts: readonly string[],
): { readonly lines: readonly DrawnLine[]; readonly edges: readonly number[] } | null {
  const ascii = texts.map(asAscii)
  const [first = ''] = ascii
  const left = first.search(/\S/)
  const right = first.trimEnd().length
  const lines = ascii.flatMap((text) => drawnLine(text, left, right) ?? [])
  if (lines.length < texts.length) return null
  const edges = new Set(lines.flatMap(cornersIn))
  return { lines, edges: [...edges].sort((one, other) => one - other) }
}

/** The line as its program counts columns: it begins and ends where the borders do. */
function drawnLine(text: string, left: number, right: number): DrawnLine | null {
  const characters = [...text.trimEnd()]
  for (const metric of METRICS) {
    const columns = columnsOf(characters, metric)
    const at = new Map(columns.map((column, index) => [column, index] as const))
    const isEdge = (column: number) => /[|+]/.test(characters[at.get(column) ?? -1] ?? '')
    if (columns.at(-1) === right && isEdge(left) && isEdge(right - 1)) return { characters, columns, at }
  }
  return null
}

/** The columns of the corners in a line: a plus sign that a line runs into. */
function cornersIn({ characters, columns }: DrawnLine): readonly number[] {
  return characters.flatMap((character, index) => {
    const isCorner = character === '+' && [-1, 1].some((step) => isLine(characters, index, step))
    return isCorner ? [columns[index] ?? 0] : []
  })
}

const isLine = (characters: readonly string[], index: number, step: number) =>
  [1, 2].every((distance) => /[-=:]/.test(characters[index + step * distance] ?? ''))
