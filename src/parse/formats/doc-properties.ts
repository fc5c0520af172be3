// What a Word file of the years before 2007 says of its paragraphs and characters: lists of changes (`sprm`), each a number of 16 bits
// with its operand behind it, as [MS-DOC] 2.6 has them.

/** The cells of a row of a table. */
export interface RowLayout {
  /** The left edge of each cell, in twentieths of a point. */
  readonly edges: readonly number[]
  /** Whether the cell goes on with the one above it. */
  readonly continues: readonly boolean[]
}

/** What is said of a paragraph. */
export interface ParagraphProperties {
  /** How deep it stands in tables: 0 for running text. */
  readonly depth: number
  /** Whether it is no paragraph but the end of a row. */
  readonly endsRow: boolean
  /** Whether its line end ends a cell: within nested tables cells have no end mark of their own. */
  readonly endsInnerCell: boolean
  readonly layout: RowLayout | null
}

export const RUNNING_TEXT: ParagraphProperties = { depth: 0, endsRow: false, endsInnerCell: false, layout: null }

const IN_TABLE = 0x2416
const ENDS_ROW = 0x2417
const ENDS_INNER_CELL = 0x244b
const ENDS_INNER_ROW = 0x244c
const DEPTH = 0x6649
/** The operand is the place of more changes in the stream Data. */
const MORE_IN_DATA: ReadonlySet<number> = new Set([0x6645, 0x6646, 0x646b])
const ROW_LAYOUT = 0xd608
const DELETED = 0x0800
const HIDDEN = 0x083c

/** Bytes that the description of a cell takes in a row's layout, and in its first word the mark of a cell that continues. */
const CELL_SIZE = 20
const VERTICAL_MERGE = 0b110_0000
const CONTINUES = 0b010_0000
/** No table stands in more others; a deeper one is damaged. */
const DEEPEST = 16
/** No table has more columns; a layout with more is damaged. */
const MOST_CELLS = 64

interface Change {
  readonly sprm: number
  readonly operand: Buffer
}

/** A list of changes one by one, as far as it can be followed. */
function* changesIn(list: Buffer): Generator<Change> {
  let place = 0
  while (place + 3 <= list.length) {
    const sprm = list.readUInt16LE(place)
    place += 2
    const length = operandLength(sprm, list, place)
    if (length === null || place + length > list.length) return
    yield { sprm, operand: list.subarray(place, place + length) }
    place += length
  }
}

/** In bytes; null where it cannot be told. */
function operandLength(sprm: number, list: Buffer, place: number): number | null {
  switch (sprm >> 13) {
    case 0:
    case 1:
      return 1
    case 2:
    case 4:
    case 5:
      return 2
    case 3:
      return 4
    case 7:
      return 3
    default: {
      if (sprm === ROW_LAYOUT) return place + 2 > list.length ? null : list.readUInt16LE(place) + 1
      const length = list[place] ?? 255
      return length === 255 ? null : length + 1
    }
  }
}

/** The changes of a paragraph → what they say of it. `data` is the stream in which long lists stand. */
export function paragraphProperties(list: Buffer, data: Buffer | null): ParagraphProperties {
  let { depth, endsRow, endsInnerCell, layout } = RUNNING_TEXT
  const read = (changes: Buffer, mayGoOn: boolean) => {
    for (const { sprm, operand } of changesIn(changes)) {
      if (sprm === IN_TABLE && operand[0] === 1) depth = Math.max(depth, 1)
      else if (sprm === DEPTH) depth = operand.readInt32LE(0)
      else if ((sprm === ENDS_ROW || sprm === ENDS_INNER_ROW) && operand[0] === 1) endsRow = true
      else if (sprm === ENDS_INNER_CELL && operand[0] === 1) endsInnerCell = true
      else if (sprm === ROW_LAYOUT) layout = rowLayout(operand) ?? layout
      else if (MORE_IN_DATA.has(sprm) && mayGoOn && data !== null) {
        const place = operand.readUInt32LE(0)
        if (place + 2 > data.length) continue
        read(data.subarray(place + 2, place + 2 + data.readUInt16LE(place)), false)
      }
    }
  }
  read(list, true)
  if (depth < 0 || depth > DEEPEST)
    throw new RangeError(`Expected tables nested at most ${DEEPEST} levels deep, got ${depth}.`)
  return { depth, endsRow, endsInnerCell, layout }
}

function rowLayout(operand: Buffer): RowLayout | null {
  const count = operand[2] ?? 0
  const cells = 3 + 2 * (count + 1)
  if (count > MOST_CELLS || cells > operand.length) return null
  const numbers = Array.from({ length: count }, (_, index) => index)
  return {
    edges: numbers.map((index) => operand.readInt16LE(3 + 2 * index)),
    continues: numbers.map((index) => {
      const place = cells + CELL_SIZE * index
      return place + 2 <= operand.length && (operand.readUInt16LE(place) & VERTICAL_MERGE) === CONTINUES
    }),
  }
}

/** Whether the changes of some characters say that they are not to be seen: deleted, or hidden. */
export function isUnseenText(list: Buffer): boolean {
  for (const { sprm, operand } of changesIn(list)) {
    if ((sprm === DELETED || sprm === HIDDEN) && operand[0] === 1) return true
  }
  return false
}
