import { ILLEGIBLE, LABEL_OPENING, OUTLINE_NUMBER } from '../../domain/document-words.ts'
import type { Locator } from '../../domain/locator.ts'
import { type Cell, cellOf, type Line, lineOf } from '../document.ts'
import { plain } from '../plain.ts'
import { isUnit, rowsNamed } from '../vocabulary.ts'
import { isLooseNumber } from './read-loose-number.ts'
import { isNumberCell } from './read-number.ts'

/**
 * A line of text → its cells: split at tabs and pipes and, where a label, its unit and its numbers share a cell, between them
 * (`总计 13 0 13`, `当面申请数 件 3`, and several rows behind each other). Empty cells are kept: whether they hold a column open is decided later. Places are columns of the line unless the
 * source has others.
 */
export function splitCells(text: string, line: number, place?: Locator): Line {
  const at = (column: number): Locator => place ?? { kind: 'TEXT', line, column }
  const cells: Cell[] = []
  let start = 0
  for (const piece of withoutClosingBar(text).split(/[\t|｜│┃║]/u)) {
    for (const { text: word, offset } of stretches(piece)) {
      cells.push(cellOf(word, at(start + offset + 1), line))
    }
    start += piece.length + 1
  }
  const first = text.search(/\S/u)
  return lineOf(line, text, at(first < 0 ? 1 : first + 1), cells)
}

const BARS = '|｜│┃║'

/** A bar at the end of a line closes its last cell: it opens no other. */
function withoutClosingBar(text: string): string {
  const end = text.trimEnd()
  return end.length > 1 && BARS.includes(end.slice(-1)) ? end.slice(0, -1) : text
}

/** A longer piece is no row: it is not taken apart. */
const LONGEST_PIECE = 100_000

const ONLY_DIGITS = /^\d{1,2}$/
/** A full stop with what it stands before, or alone. */
const FULL_STOP = /^[.、](?!\d)/

/** No sentence has so many numbers behind each other. */
const LEAST_OF_A_ROW = 3

interface Stretch {
  readonly text: string
  readonly offset: number
}

const RUNNING_NUMBER = /^\d{1,3}$/

/** The outline number before a label, in Arabic digits. */
const ORDINAL = /^[(]?(\d{1,2})[).、]/

/** 4.无正当理由大量反复申请 0 6 6 5 要求提供公开出版物: the next outline number, without its full stop, belongs to the label behind it. */
function withOrdinals(words: readonly Stretch[], joined: Joined): Stretch[] {
  const found: Stretch[] = []
  let ordinal: number | null = null
  words.forEach((word, index) => {
    const text = plain(word.text)
    const before = found.at(-1)
    const isNext = ordinal !== null && before !== undefined && plain(before.text) === String(ordinal + 1)
    if (ordinal !== null && before !== undefined && isNext && index > 0 && rowsNamed(text).length > 0) {
      found.pop()
      found.push(joined([before, word]))
      ordinal += 1
      return
    }
    const own = ORDINAL.exec(text)?.[1]
    if (own !== undefined) ordinal = Number(own)
    found.push(word)
  })
  return found
}

/** No number has it in it. */
const END_OF_SENTENCE = '。'

const isNumber = (text: string) =>
  !text.includes(END_OF_SENTENCE) && (isNumberCell(text) || isLooseNumber(text) || ILLEGIBLE.test(text))

/** A byte-order mark inside a number takes no place; JavaScript counts it among the spaces. */
const WORD = /(?:\S|\ufeff)+/gu

/** The word of a piece that is one, as most are: the cell of a table, or a line of prose. Null where spaces may part it. */
function onlyWord(piece: string): Stretch | null {
  const text = piece.trim()
  if (/\s/u.test(text) || piece.includes('\ufeff')) return null
  return { text, offset: piece.indexOf(text) }
}

/**
 * The piece as one stretch, or its label and each of the numbers behind it. Numbers inside a piece divide it only where they are many, or
 * a label of the forms stands before or behind them: others belong to a sentence.
 */
function stretches(piece: string): Stretch[] {
  if (piece.length > LONGEST_PIECE) return [{ text: piece, offset: 0 }]
  const only = onlyWord(piece)
  if (only !== null) {
    if (plain(only.text) === '') return [{ text: '', offset: 0 }]
    const words = cutBehindLabel(only)
    if (words.length === 1) return words
  }
  const stretch = (run: readonly Stretch[]): Stretch => {
    const offset = run[0]?.offset ?? 0
    const last = run.at(-1)
    return { text: piece.slice(offset, last === undefined ? offset : last.offset + last.text.length), offset }
  }
  const printed = [...piece.matchAll(WORD)]
    .map((match): Stretch => ({ text: match[0], offset: match.index }))
    .filter(({ text }) => plain(text) !== '')
  const words = withOrdinals(withFullStops(printed).flatMap(cutBehindLabel), stretch)
  if (words.length === 0) return [{ text: '', offset: 0 }]
  const runs = runsOf(words)
  return runs.flatMap((run, index): Stretch[] => {
    if (run.areNumbers) return run.words
    const hasNumbers = index + 1 < runs.length
    const pieces = labelsIn(run.words, stretch)
    return pieces.flatMap((words, place) => {
      const { label, unit } = withoutUnit(words, stretch, hasNumbers && place === pieces.length - 1)
      return unit === null ? [stretch(label)] : [stretch(label), unit]
    })
  })

  /** 3 . 要求提供公开出版物: an outline number apart from its full stop is no value. */
  function withFullStops(all: readonly Stretch[]): Stretch[] {
    const joined: Stretch[] = []
    for (const word of all) {
      const last = joined.at(-1)
      const isApart = last !== undefined && ONLY_DIGITS.test(plain(last.text)) && FULL_STOP.test(plain(word.text))
      if (isApart) joined.pop()
      joined.push(isApart ? stretch([last, word]) : word)
    }
    return joined
  }

  function runsOf(all: readonly Stretch[]): Run[] {
    const found: Run[] = []
    for (const word of all) {
      const areNumbers = isNumber(plain(word.text))
      const last = found.at(-1)
      if (last?.areNumbers === areNumbers) last.words.push(word)
      else found.push({ areNumbers, words: [word] })
    }
    return mergedRuns(found, stretch)
  }
}

/** Words that are all numbers, or none of them. */
interface Run {
  readonly areNumbers: boolean
  readonly words: Stretch[]
}

type Joined = (run: readonly Stretch[]) => Stretch

/** Runs of words with the numbers between them put together again where neither names a row of a form. */
function mergedRuns(runs: readonly Run[], joined: Joined): Run[] {
  const names = (run: Run | undefined) => run !== undefined && !run.areNumbers && isLabel(run.words, joined)
  const merged: Run[] = []
  runs.forEach((run, index) => {
    const before = merged.at(-1)
    // A number before a label can be its outline number that has lost its full stop.
    const isRowOfThem = run.words.length >= LEAST_OF_A_ROW
    const divides =
      index === runs.length - 1 ||
      (hasDigits(run) && (isRowOfThem || (index > 0 && (names(runs[index - 1]) || names(runs[index + 1])))))
    const areNumbers = run.areNumbers && divides
    if (!areNumbers && before?.areNumbers === false) before.words.push(...run.words)
    else merged.push({ areNumbers, words: [...run.words] })
  })
  return merged
}

/** A mark for no number. */
const DASH = /^[-—–−―─]{1,3}$/

/** （ 六 ） in a label that is spaced out is no number. */
const hasDigits = ({ words }: Run) => words.some(({ text }) => /\d/.test(plain(text)) || DASH.test(plain(text)))

const isLabel = (words: readonly Stretch[], joined: Joined) =>
  namesRow(words, joined) || withoutUnit(words, joined, false).unit !== null

/** Whether the words are a label of the forms, or one behind a running number: 18 1.当面申请数. */
function namesRow(words: readonly Stretch[], joined: Joined): boolean {
  const [first, ...others] = words
  if (first === undefined || rowsNamed(plain(joined(words).text)).length > 0) return first !== undefined
  return others.length > 0 && RUNNING_NUMBER.test(first.text) && rowsNamed(plain(joined(others).text)).length > 0
}

/** A label and the unit behind it, where numbers follow it or the words before it are a label. */
function withoutUnit(
  words: readonly Stretch[],
  joined: Joined,
  hasNumbers: boolean,
): { label: readonly Stretch[]; unit: Stretch | null } {
  const unit = words.at(-1)
  const label = words.slice(0, -1)
  const isOne = unit !== undefined && label.length > 0 && isUnit(plain(unit.text))
  if (!isOne || !(hasNumbers || namesRow(label, joined))) return { label: words, unit: null }
  return { label, unit }
}

/** More words than a label has that is spaced out. */
const MOST_WORDS = 8

/**
 * 三、本年度   （一）予以公开, 传真申请数 件 网络申请数 件: words in which a label stands beside that of a group, or rows without values behind each
 * other, divided where the next label begins.
 */
function labelsIn(words: readonly Stretch[], joined: Joined): readonly (readonly Stretch[])[] {
  const isNamed = (some: readonly Stretch[]) => rowsNamed(plain(joined(some).text)).length > 0
  const opensLabel = (from: number) =>
    words.slice(from, from + MOST_WORDS).some((_, index) => isNamed(words.slice(from, from + index + 1)))
  const pieces: Stretch[][] = [[]]
  words.forEach((word, index) => {
    const piece = pieces.at(-1) ?? []
    const text = plain(word.text)
    const before = piece.at(-1)
    const isBehindUnit = before !== undefined && isUnit(plain(before.text)) && isNamed(piece.slice(0, -1))
    const isNext =
      piece.length > 0 &&
      (isBehindUnit ||
        (OUTLINE_NUMBER.test(text) && (isNamed(piece) || (!LABEL_OPENING.test(text) && opensLabel(index)))))
    if (isNext) pieces.push([word])
    else piece.push(word)
  })
  return pieces
}

/** 当面申请数件3 → its label, unit and number, where the label is one of the forms' to its last character. */
function cutBehindLabel(word: Stretch): Stretch[] {
  const { text, offset } = word
  const from = text.lastIndexOf(END_OF_SENTENCE) + 1
  if (!/\d/.test(from === 0 ? text : text.slice(from))) return [word]
  for (const { index: digit } of text.matchAll(/(?<=[^\d.,(（])\d/gu)) {
    if (digit < from || !isNumber(plain(text.slice(digit)))) continue
    for (const length of [0, 1, 2]) {
      const label = text.slice(0, digit - length)
      const unit = text.slice(digit - length, digit)
      if ((length > 0 && !isUnit(unit)) || rowsNamed(plain(label)).length === 0) continue
      const units = length === 0 ? [] : [{ text: unit, offset: offset + digit - length }]
      return [{ text: label, offset }, ...units, { text: text.slice(digit), offset: offset + digit }]
    }
  }
  return [word]
}
