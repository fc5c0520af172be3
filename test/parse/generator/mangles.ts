import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Chance } from './chance.ts'
import { LABEL_MANGLES } from './label-mangles.ts'
import { isHeads, isTable, mapRows, type PrintedCell, type PrintedReport, type PrintedRow } from './printed-report.ts'
import { ROW_MANGLES } from './row-mangles.ts'
import { type MangledValue, VALUE_MANGLES } from './value-mangles.ts'

export const MANGLE_NAMES = [
  ...Object.keys(VALUE_MANGLES),
  ...Object.keys(LABEL_MANGLES),
  ...Object.keys(ROW_MANGLES),
] as MangleName[]
export type MangleName = keyof typeof VALUE_MANGLES | keyof typeof LABEL_MANGLES | keyof typeof ROW_MANGLES

/** A report after mangling, and the figures that it no longer prints. */
export interface MangledReport {
  readonly report: PrintedReport
  readonly dropped: ReadonlySet<FigurePath>
}

/** One row of the report mangled; a row only once, so that no two mistakes can hide each other. */
export function mangle(
  { report, dropped }: MangledReport,
  name: MangleName,
  at: number,
  touched: Set<FigurePath>,
  chance: Chance,
): MangledReport {
  const rows = report.blocks
    .flatMap((block) => (isTable(block) ? block.rows : []))
    .filter((row) => row.some(({ path }) => path !== undefined))
  const row = rows[at % rows.length]
  const paths = row?.flatMap(({ path }) => (path === undefined ? [] : [path])) ?? []
  if (row === undefined || paths.some((path) => touched.has(path))) return { report, dropped }
  const mangled = mangledRow(name, row, chance)
  if (mangled === null) return { report, dropped }
  const left = mapRows(report, (one) => (one === row ? mangled.rows : [one]))
  if (hidesALostLabel(left)) return { report, dropped }
  for (const path of paths) touched.add(path)
  const printed = new Set(mangled.rows.flat().map(({ path }) => path))
  const figures = new Map(report.figures)
  for (const [path, states] of mangled.states ?? []) figures.set(path, states)
  return {
    report: { ...left, figures },
    dropped: new Set([...dropped, ...paths.filter((path) => !printed.has(path))]),
  }
}

/** Whether values without a label follow a label without values: together they are a row of the form. */
function hidesALostLabel({ blocks }: PrintedReport): boolean {
  const rows = blocks.flatMap((block) => (isTable(block) ? block.rows : [])).filter((row) => !isHeads(row))
  const hasLabel = (row: PrintedRow) => row.some(({ kind, text }) => kind === 'LABEL' && text !== '')
  return rows.some((row, index) => {
    const above = rows[index - 1]
    const isEmpty = above !== undefined && hasLabel(above) && !above.some(({ kind }) => kind === 'VALUE')
    return isEmpty && !hasLabel(row) && row.some(({ kind }) => kind === 'VALUE')
  })
}

interface MangledRow {
  readonly rows: readonly PrintedRow[]
  /** What figures of the row now state. */
  readonly states?: readonly (readonly [FigurePath, string | null | 'UNREADABLE'])[]
}

const has = <T extends object>(mangles: T, name: string): name is Extract<keyof T, string> => name in mangles

function mangledRow(name: MangleName, row: PrintedRow, chance: Chance): MangledRow | null {
  if (has(ROW_MANGLES, name)) {
    const rows = ROW_MANGLES[name](row, chance)
    return rows === null ? null : { rows }
  }
  const kind = has(LABEL_MANGLES, name) ? 'LABEL' : 'VALUE'
  const cells = row.filter((cell) => cell.kind === kind)
  const cell = cells[chance(cells.length)]
  if (cell === undefined) return null
  const changed = (text: string): PrintedRow[] => [
    row.map((one): PrintedCell => (one === cell ? { ...one, text } : one)),
  ]
  if (has(LABEL_MANGLES, name)) {
    return cell.text.length < 3 ? null : { rows: changed(LABEL_MANGLES[name](cell.text, chance)) }
  }
  const mangled: MangledValue = VALUE_MANGLES[name](cell, chance)
  if (mangled === null || cell.path === undefined) return null
  const { text, states } = mangled
  return { rows: changed(text), ...(states !== undefined && { states: [[cell.path, states]] }) }
}
