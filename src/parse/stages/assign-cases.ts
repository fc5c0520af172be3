import { CASE_RESULTS, type CaseResult, LITIGATION_ROUTES, REVIEW } from '../../domain/cases.ts'
import type { FigurePath } from '../../domain/figure-paths.ts'
import { MARKED_PAGE_NUMBER } from '../../domain/page-marks.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Cell } from '../document.ts'
import { alignCells, asItStands, type Columns } from './align-cells.ts'
import type { FigureSink } from './assign-figures.ts'
import { readNumber } from './read-number.ts'
import type { Row } from './row.ts'

const RESULTS = codesOf(CASE_RESULTS)
const WIDTH = RESULTS.length

/** The three blocks of the case table: reconsideration, suits filed directly, suits after reconsideration. */
const BLOCKS: readonly (readonly FigurePath[])[] = [
  RESULTS.map((result) => `review.${result}` as const),
  RESULTS.map((result) => `litigation.DIRECT.${result}` as const),
  RESULTS.map((result) => `litigation.AFTER_REVIEW.${result}` as const),
]
const PATHS = BLOCKS.flat()

/** The blocks that a head names, by their places; 行政诉讼 names the two of litigation. */
const BLOCK_WORDS: ReadonlyMap<string, readonly number[]> = new Map([
  [REVIEW.label, [0]],
  [LITIGATION_ROUTES.DIRECT.label, [1]],
  [LITIGATION_ROUTES.AFTER_REVIEW.label, [2]],
  [LITIGATION_ROUTES.ALL.label, [1, 2]],
])
const RESULT_WORDS: ReadonlyMap<string, CaseResult> = new Map(
  RESULTS.map((result) => [CASE_RESULTS[result].label, result]),
)
const WORDS = [...BLOCK_WORDS.keys(), ...RESULT_WORDS.keys()]

/** Of each head of a result the first character that no other has: what is left of it where its lines are torn apart. */
const RESULT_MARKS = RESULTS.map((result) => {
  const others = RESULTS.filter((other) => other !== result).map((other) => CASE_RESULTS[other].label)
  return [...CASE_RESULTS[result].label].find((character) => !others.some((label) => label.includes(character))) ?? ''
}).join('')

/** Values with nothing between them, and what the heads before them name. */
interface Group {
  readonly cells: readonly Cell[]
  readonly isRow: boolean
  /** Places of blocks, in ascending order; of the group before where the heads name none. */
  readonly blocks: readonly number[]
  /** The results that its heads name, each once, in the order in which they name them. */
  readonly results: readonly CaseResult[]
  /** Whether the heads name the results in the form's order, as far as they can be read. */
  readonly hasResultsInOrder: boolean
  /** Whether they do so for the blocks, too: the heads of a single row can be torn out of their order by its layout. */
  readonly hasBlocksInOrder: boolean
}

/**
 * The numbers of the case table → figures. On the form they are one row of fifteen; as published also a row or a table for each block, a
 * row for each result, or each number behind its head. What the heads say decides, and where it is not certain nothing is assigned.
 */
export function assignCases(rows: readonly Row[], sink: FigureSink): void {
  const groups = groupsOf(rows)
  const [only] = groups
  if (only === undefined) return
  if (groups.length === 1 && only.hasResultsInOrder && !isBlockOfItsOwn(only)) {
    assignColumns(only, [0, 1, 2], sink)
    return
  }
  if (groups.length === 1 && !only.isRow && only.blocks.length < BLOCKS.length && !isLine(only) && !addsUp(only)) {
    noteHeads({ ...only, blocks: [] }, sink)
    return
  }
  const columns = groups.find(({ blocks }) => blocks.length > 1)?.blocks ?? []
  const ways = groups.map((group) => (isPageNumber(group) ? null : wayOf(group, columns, groups.length)))
  // Values that no head tells belong somewhere else: then the text is out of order, and other values may be, too.
  const areTold = groups.every((group, index) => isPageNumber(group) || ways[index] !== null)
  groups.forEach((group, index) => {
    const assign = areTold ? ways[index] : null
    if (assign) assign(sink)
    else noteHeads(group, sink)
  })
}

/** - 2 -: the number of a page in a line of text. */
function isPageNumber({ isRow, cells }: Group): boolean {
  return !isRow && MARKED_PAGE_NUMBER.test(cells.map(({ plain }) => plain).join(''))
}

/** How the values of a group are assigned; null where its heads do not tell. */
function wayOf(group: Group, columns: readonly number[], groups: number): ((sink: FigureSink) => void) | null {
  const { cells, blocks, results } = group
  const [result] = results
  const [block] = blocks
  if (results.length === 1 && result !== undefined) {
    if (cells.length === 1 && blocks.length === 1) return (sink) => assignResult(cells, blocks, result, sink)
    const isRow = cells.length === columns.length && groups > 1
    return isRow ? (sink) => assignResult(cells, columns, result, sink) : null
  }
  // No block has one value alone: its total is another.
  const isLone = results.length === 0 && cells.length === 1
  const isInOrder = group.hasResultsInOrder && group.hasBlocksInOrder && block !== undefined && !isLone
  return isInOrder ? (sink) => assignColumns(group, blocks, sink) : null
}

const isBlockOfItsOwn = ({ cells, blocks, results }: Group) =>
  (blocks.length > 0 && blocks.length < BLOCKS.length && cells.length === blocks.length * WIDTH) ||
  (results.length === 1 && cells.length <= BLOCKS.length)

/** Whether the values are one line below all heads of one block: it is that block, whether or not its total is right. */
function isLine({ cells, blocks, results, hasResultsInOrder }: Group): boolean {
  const isOneLine = new Set(cells.map(({ line }) => line)).size === 1
  return isOneLine && blocks.length === 1 && cells.length === WIDTH && results.length === WIDTH && hasResultsInOrder
}

/** Whether the values of a text are blocks of the table by their sums: heads that are broken name some of the blocks, too. */
function addsUp({ cells, blocks }: Group): boolean {
  const values = cells.filter((cell) => cell.plain !== '')
  return values.length !== blocks.length * WIDTH || asItStands(values, columnsOf(blocks), false) !== null
}

function columnsOf(blocks: readonly number[]): Columns {
  return {
    width: blocks.length * WIDTH,
    // In each block: four results = total.
    identities: blocks.map((_, place) => {
      const first = place * WIDTH
      return { parts: [first, first + 1, first + 2, first + 3], total: first + 4 }
    }),
  }
}

function groupsOf(rows: readonly Row[]): readonly Group[] {
  const groups: Group[] = []
  for (const { cells, isRow, words } of rows) {
    const named = wordsIn(words)
    const before = groups.at(-1)
    if (named.length === 0 && before !== undefined) {
      groups[groups.length - 1] = { ...before, cells: [...before.cells, ...cells], isRow: false }
      continue
    }
    const printed = [...new Set(named.flatMap((word) => RESULT_WORDS.get(word) ?? []))]
    const results = areTornInOrder(words, cells.length) ? RESULTS : printed
    // The heads of a whole table can stand above the head of a row: then this one tells whose values follow.
    const ofRow = placesIn(named.slice(named.findLastIndex((word) => RESULT_WORDS.has(word)) + 1))
    const places = ofRow.length > 0 && ofRow.length * WIDTH === cells.length ? ofRow : placesIn(named)
    const hasBlocksInOrder = places.every(
      (place, index) => places.indexOf(place) < index || place >= Math.max(...places.slice(0, index + 1)),
    )
    const blocks = places.length > 0 ? [...new Set(places)].sort() : (before?.blocks ?? [])
    const hasResultsInOrder = results.every((result, index) => isAfter(result, results[index - 1]))
    groups.push({ cells, isRow, blocks, results, hasResultsInOrder, hasBlocksInOrder })
  }
  return groups
}

/** The places of the blocks that the heads name; 行政诉讼 over its two blocks says no more than they do. */
function placesIn(named: readonly string[]): readonly number[] {
  const all = named.flatMap((word) => [BLOCK_WORDS.get(word) ?? []])
  const isDivided = all.some((places) => places.length === 1 && places[0] !== 0)
  return all.filter(({ length }) => length === 1 || !isDivided).flat()
}

/**
 * Whether the words have a head for each of so many values, in the form's order, though narrow columns have torn them apart:
 * 结果维 结果纠 其他结 尚未审 总计 / 持 正 果 结.
 */
function areTornInOrder(words: string, values: number): boolean {
  const marks = [...words].filter((character) => RESULT_MARKS.includes(character)).join('')
  return marks.length === values && marks === RESULT_MARKS.repeat(values / WIDTH)
}

const isAfter = (result: CaseResult, before: CaseResult | undefined) =>
  before === undefined || RESULTS.indexOf(result) > RESULTS.indexOf(before)

/** The heads in a text, in its order. */
function wordsIn(text: string): readonly string[] {
  const found: string[] = []
  for (let place = 0; place < text.length; ) {
    const word = WORDS.find((candidate) => text.startsWith(candidate, place))
    if (word !== undefined) found.push(word)
    place += word?.length ?? 1
  }
  return found
}

function assignResult(cells: readonly Cell[], blocks: readonly number[], result: CaseResult, sink: FigureSink): void {
  cells.forEach((cell, index) => {
    const path = BLOCKS[blocks[index] ?? -1]?.[RESULTS.indexOf(result)]
    if (path !== undefined) sink.add(path, cell)
  })
}

function assignColumns({ cells, isRow }: Group, blocks: readonly number[], sink: FigureSink): void {
  const paths = blocks.flatMap((block) => BLOCKS[block] ?? [])
  const columns = columnsOf(blocks)
  const values = cells.filter((cell) => cell.plain !== '')
  const standing = isRow || !mayBeIndented(cells) ? asItStands(cells, columns, isRow) : null
  const aligned = standing ?? alignCells(values, columns)
  if (standing === null && values.length !== paths.length) {
    sink.note({
      code: 'row.cell-count',
      message:
        `Expected ${paths.length} values in the table of reconsideration and litigation, got ${values.length}. ` +
        `${aligned.filter((cell) => cell === null).length} figures could not be told beyond doubt and were left out.`,
      paths,
      raw: values.map(({ text }) => text).join('\t'),
      at: values[0]?.at ?? null,
    })
  }
  aligned.forEach((cell, column) => {
    const path = paths[column]
    if (cell !== null && path !== undefined) sink.add(path, cell)
  })
}

/** Whether the empty cell before all others may be no cell: noughts add up wherever they stand. */
const mayBeIndented = (cells: readonly Cell[]) =>
  cells[0]?.plain === '' && cells.every(({ plain }) => plain === '' || Number(readNumber(plain).value) === 0)

function noteHeads({ cells, blocks, results }: Group, sink: FigureSink): void {
  const values = cells.filter((cell) => cell.plain !== '')
  sink.note({
    code: 'header.broken',
    message:
      `Expected the heads of the table of reconsideration and litigation to say what its values are, ` +
      `got ${values.length} values under ${results.join(', ') || '(none)'}. None was assigned.`,
    paths: blocks.length > 0 ? blocks.flatMap((block) => BLOCKS[block] ?? []) : PATHS,
    raw: values.map(({ text }) => text).join('\t'),
    at: values[0]?.at ?? null,
  })
}
