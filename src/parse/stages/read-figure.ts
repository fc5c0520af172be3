import type { FigurePath } from '../../domain/figure-paths.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Cell } from '../document.ts'
import { readNumber } from './read-number.ts'

/** What a stage could not do, told to whoever runs it. */
export type Note = (issue: Issue) => void

/** What kind of number a figure is. */
export interface NumberKind {
  /** Whether it may have decimal places: only amounts of money may. */
  readonly decimal: boolean
  /** Whether it may be below zero: only a change may. */
  readonly signed: boolean
}

export const COUNT: NumberKind = { decimal: false, signed: false }

/** The largest count that the store holds; nothing that is counted in these reports comes near. */
const LARGEST_COUNT = 2_147_483_647

/** A cell → a figure. What is not a number of the kind that stands there is unreadable, and noted. */
export function readFigure(path: FigurePath, cell: Cell, kind: NumberKind, note: Note): Figure {
  const { state, value } = readNumber(cell.text)
  const figure = { raw: cell.text, at: cell.at }
  if (state === 'BLANK') return { state, value, ...figure }
  if (state === 'STATED' && value !== null && isOfKind(value, kind)) return { state, value, ...figure }
  note({
    code: 'cell.unreadable',
    message: `Expected ${describe(kind)} for ${path}, got "${cell.text}". Check the cell in the document.`,
    paths: [path],
    raw: cell.text,
    at: cell.at,
  })
  return { state: 'UNREADABLE', value: null, ...figure }
}

function isOfKind(value: string, { decimal, signed }: NumberKind): boolean {
  if (!signed && value.startsWith('-')) return false
  return decimal || (!value.includes('.') && Math.abs(Number(value)) <= LARGEST_COUNT)
}

function describe({ decimal, signed }: NumberKind): string {
  if (decimal) return 'an amount with at most four decimal places'
  return signed ? 'a whole number' : 'a whole number that is not negative'
}
