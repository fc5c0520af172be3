import type { Figure } from '../../domain/figure.ts'
import type { FigurePath } from '../../domain/figure-paths.ts'
import type { Issue } from '../../domain/issue.ts'
import { isOfKind, type NumberKind, numberKindOf } from '../../domain/number-kind.ts'
import type { Cell } from '../document.ts'
import { readNumber } from './read-number.ts'

/** What a stage could not do, told to whoever runs it. */
export type Note = (issue: Issue) => void

/** A cell → a figure. What is not a number of the kind that stands there is unreadable, and noted. */
export function readFigure(path: FigurePath, cell: Cell, note: Note): Figure {
  const kind = numberKindOf(path)
  const { state, value } = readNumber(cell.plain)
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

function describe({ decimal, signed }: NumberKind): string {
  if (decimal) return 'an amount with at most four decimal places'
  return signed ? 'a whole number' : 'a whole number that is not negative'
}
