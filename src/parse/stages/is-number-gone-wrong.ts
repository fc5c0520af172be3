import { CHINESE_COUNT, ILLEGIBLE, OUTLINE_NUMBER } from '../../domain/document-words.ts'
import type { Cell } from '../document.ts'
import { isLooseNumber } from './read-loose-number.ts'
import type { OpenRow } from './row.ts'

/** A longer cell is not a number gone wrong. */
const NUMBER_LENGTH = 12
/** A number with a mark around or behind it, or with letters that look like its digits. */
const MARKED_NUMBER = /^[([【]?\d[\d,.]{0,15}[)\]】。.,、;:*]{1,2}$/u
const LETTERS_FOR_DIGITS = /^(?=.{0,8}[\dOoIl])[\dOoIl|]{1,8}$/
/** What a heading that is written downwards begins with: （ / 六 / ）. */
const OPENING_BRACKET = /^[([【]$/
/** A label with a digit put into it. */
const DIGIT_IN_LABEL = /^\p{Script=Han}{2,}\d{1,3}\p{Script=Han}{2,}/u
/** What is said in place of a number is shorter: 若干, 未统计. */
const LABEL_LENGTH = 5
/** What follows the numeral of a heading that is written downwards: 三 / 、 / 本. */
const BEHIND_A_NUMERAL = /^[、.)]$/

/** Whether a cell is a number with a mark, where its row has no other number yet or others in the same line. */
export function isMarkedNumber({ plain: text, line }: Cell, { label, cells }: OpenRow): boolean {
  return (label.line === line || cells.length === 0) && hasMarkOrLetters(text)
}

/** Whether a text is a number with a mark around or behind it, or with letters for digits. */
export const hasMarkOrLetters = (text: string) => MARKED_NUMBER.test(text) || LETTERS_FOR_DIGITS.test(text)

/** Whether the cell goes on with a label whose bracket is still open. */
export function goesOnInBrackets({ plain: text }: Cell, { label, cells }: OpenRow): boolean {
  const depth = [...label.plain].reduce(
    (open, character) => open + (character === '(' ? 1 : character === ')' ? -1 : 0),
    0,
  )
  return cells.length === 0 && depth > 0 && text.includes(')')
}

/** Whether a cell stands where a number should: it has digits, or it stands among the numbers of its row's line. */
export function isNumberGoneWrong(cell: Cell, { label, cells }: OpenRow): boolean {
  const text = cell.plain
  if (isLooseNumber(text) || ILLEGIBLE.test(text)) return true
  if (OPENING_BRACKET.test(text)) return false
  if (text.length > NUMBER_LENGTH || OUTLINE_NUMBER.test(text) || DIGIT_IN_LABEL.test(text)) return false
  if (!/\d/.test(text) && (text.match(/\p{Script=Han}/gu) ?? []).length >= LABEL_LENGTH) return false
  if (label.line === cell.line) return cells.length > 0 || /\d/.test(text)
  // On a line of its own it could be a label that has lost its number's full stop: 2重复申请.
  return (text.match(/\d/g) ?? []).length * 2 >= text.length
}

/** Whether the last value of a row is none, but the numeral of a heading that is written downwards, of which the cell is the next. */
export function isBehindNumeral({ plain: text }: Cell, { cells }: OpenRow): boolean {
  const last = cells.at(-1)?.plain ?? ''
  return BEHIND_A_NUMERAL.test(text) && CHINESE_COUNT.exec(last)?.[0] === last
}

/** Whether the cell stands in the line of its row's label, behind a number: a mark there holds a column. */
export function isAmongNumbers(cell: Cell, open: OpenRow | null): boolean {
  return open !== null && open.cells.length > 0 && open.label.line === cell.line
}
