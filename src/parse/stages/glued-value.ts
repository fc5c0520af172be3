import { NUMBER_BEHIND_WORDS } from '../../domain/document-words.ts'
import { type Cell, cellOf } from '../document.ts'
import { isNumberCell } from './read-number.ts'

/** 类申请18: the pieces of a label without the number that is glued to the last of them, and the number. No label ends with one. */
export function withoutValue(pieces: readonly Cell[]): { fragments: readonly Cell[]; values: readonly Cell[] } {
  const last = pieces.at(-1)
  const [digits] = (last === undefined ? null : NUMBER_BEHIND_WORDS.exec(last.text)) ?? []
  if (last === undefined || digits === undefined || !isNumberCell(digits)) return { fragments: pieces, values: [] }
  const { text, at, line } = last
  const offset = text.length - digits.length
  const place = at.kind === 'TEXT' ? { ...at, column: at.column + offset } : at
  return {
    fragments: [...pieces.slice(0, -1), cellOf(text.slice(0, offset), at, line)],
    values: [cellOf(digits, place, line)],
  }
}
