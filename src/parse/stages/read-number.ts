import { BLANK_CELL } from '../../domain/document-words.ts'
import type { FigureState } from '../../domain/figure.ts'
import { remembered } from '../remembered.ts'

/** What the text of one cell says. */
export interface ReadNumber {
  readonly state: FigureState
  readonly value: string | null
}

const MINUS = /^[-−–—－]/u
const DECIMAL = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,4})?$/
/** More digits than a double carries would not survive the way through JSON. */
const MOST_DIGITS = 15

/** The plain text of a cell → stated, blank or unreadable. A blank, a dash and a zero are three different answers. */
export function readNumber(text: string): ReadNumber {
  return IS_WORDS.test(text) ? UNREADABLE : numberIn(text)
}

/** What most cells have that are looked at: a label, or a line of prose. No number begins so, and no mark for none. */
const IS_WORDS = /^[\u4e00-\u9fff]./u
const UNREADABLE: ReadNumber = { state: 'UNREADABLE', value: null }

const numberIn = remembered((text): ReadNumber => {
  if (text === '' || BLANK_CELL.test(text)) return { state: 'BLANK', value: null }
  const negative = MINUS.test(text)
  const digits = text.replace(/^[-+−–—－]/u, '')
  if (!DECIMAL.test(digits)) return UNREADABLE
  const bare = digits.replaceAll(',', '')
  const [whole = '0', fraction = ''] = bare.split('.')
  const trimmed = whole.replace(/^0+(?=\d)/, '')
  const places = fraction.replace(/0+$/, '')
  if (trimmed.length + places.length > MOST_DIGITS) return UNREADABLE
  const value = places === '' ? trimmed : `${trimmed}.${places}`
  return { state: 'STATED', value: negative && value !== '0' ? `-${value}` : value }
})

/** Whether a cell holds something that can stand where a number is expected: a number, or a mark for none. */
export function isNumberCell(text: string): boolean {
  return text !== '' && readNumber(text).state !== 'UNREADABLE'
}
