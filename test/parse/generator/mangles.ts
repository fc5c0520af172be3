import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Chance } from './layouts.ts'
import { isTable, mapRows, type PrintedCell, type PrintedReport } from './printed-report.ts'

/** What a mangled cell prints, and states: undefined where it states what it did. Null when it does not suit the cell. */
type Mangled = { readonly cells: readonly PrintedCell[]; readonly states?: string | null | 'UNREADABLE' } | null
type Mangle = (cell: PrintedCell, chance: Chance) => Mangled

const isPlain = (text: string) => /^\d+$/.test(text)
const replaced = (cell: PrintedCell, text: string, states?: string | null | 'UNREADABLE'): Mangled => ({
  cells: [{ ...cell, text }],
  ...(states !== undefined && { states }),
})
const ofValue =
  (change: (cell: PrintedCell, chance: Chance) => Mangled): Mangle =>
  (cell, chance) =>
    cell.kind === 'VALUE' ? change(cell, chance) : null
const ofLabel =
  (change: (text: string, chance: Chance) => string): Mangle =>
  (cell, chance) =>
    cell.kind === 'LABEL' && cell.text.length > 2 ? replaced(cell, change(cell.text, chance)) : null

const CHINESE = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const chinese = (value: number): string => {
  if (value < 10) return CHINESE[value] ?? ''
  const tens = Math.floor(value / 10)
  return `${tens === 1 ? '' : CHINESE[tens]}十${value % 10 === 0 ? '' : CHINESE[value % 10]}`
}

export const MANGLES = {
  'cell dropped': ofValue(() => ({ cells: [] })),
  'cell doubled': ofValue((cell) => ({ cells: [cell, cell] })),
  'full-width digits': ofValue((cell) =>
    replaced(
      cell,
      cell.text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ),
  ),
  'thousands separators': ofValue((cell) =>
    isPlain(cell.text) ? replaced(cell, cell.text.replace(/\B(?=(\d{3})+$)/g, ',')) : null,
  ),
  'thousands separated by spaces': ofValue((cell) =>
    isPlain(cell.text) ? replaced(cell, cell.text.replace(/\B(?=(\d{3})+$)/g, ' ')) : null,
  ),
  'blank cell': ofValue((cell) => replaced(cell, '', null)),
  'a dash': ofValue((cell, chance) => replaced(cell, ['-', '—', '－', '——'][chance(4)] ?? '-', null)),
  'a slash': ofValue((cell) => replaced(cell, '/', null)),
  'the word none': ofValue((cell) => replaced(cell, '无', null)),
  'a question mark': ofValue((cell) => replaced(cell, '?', 'UNREADABLE')),
  'number with its unit': ofValue((cell) => (isPlain(cell.text) ? replaced(cell, `${cell.text}件`) : null)),
  'number about so': ofValue((cell) => (isPlain(cell.text) ? replaced(cell, `${cell.text}余`, 'UNREADABLE') : null)),
  'ten thousands': ofValue((cell) => {
    if (!isPlain(cell.text) || cell.path?.endsWith('AMOUNT') || cell.text.length > 7) return null
    return replaced(cell, `${Number(cell.text) / 10_000}万`)
  }),
  'Chinese numerals': ofValue((cell) =>
    isPlain(cell.text) && Number(cell.text) < 100 ? replaced(cell, chinese(Number(cell.text))) : null,
  ),
  'a sign': ofValue((cell) =>
    cell.path?.endsWith('CHANGE') ? replaced(cell, cell.text.replace(/^-/, '－').replace(/^(?=\d)/, '＋')) : null,
  ),
  'wrong character in a label': ofLabel((text, chance) => {
    const at = chance(text.length)
    return `${text.slice(0, at)}某${text.slice(at + 1)}`
  }),
  'character lost from a label': ofLabel((text, chance) => {
    const at = chance(text.length)
    return text.slice(0, at) + text.slice(at + 1)
  }),
  'characters exchanged in a label': ofLabel((text, chance) => {
    const at = chance(text.length - 1)
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
  }),
  'spaces in a label': ofLabel((text, chance) => {
    const at = 1 + chance(text.length - 1)
    return `${text.slice(0, at)} ${text.slice(at)}`
  }),
  'spam in a label': ofLabel((text, chance) => {
    const at = chance(text.length)
    return `${text.slice(0, at)}xpj${text.slice(at)}`
  }),
  'traditional label': ofLabel((text) => text.replaceAll('开', '開').replaceAll('请', '請').replaceAll('数', '數')),
} as const satisfies Record<string, Mangle>

export type MangleName = keyof typeof MANGLES
export const MANGLE_NAMES = Object.keys(MANGLES) as MangleName[]

/** A report after mangling, and the figures that it no longer prints. */
export interface MangledReport {
  readonly report: PrintedReport
  readonly dropped: ReadonlySet<FigurePath>
}

/** One cell of the report mangled; of each row only one, so that no two mistakes can hide each other. */
export function mangle(
  { report, dropped }: MangledReport,
  name: MangleName,
  at: number,
  touched: Set<string>,
  chance: Chance,
): MangledReport {
  const kind = MANGLES[name]({ kind: 'VALUE', text: '1' }, () => 0) === null && name !== 'a sign' ? 'LABEL' : 'VALUE'
  const rows = report.blocks.flatMap((block) => (isTable(block) ? block.rows : []))
  const cells = rows.flatMap((row) => row.filter((cell) => cell.kind === kind).map((cell) => ({ cell, row })))
  const chosen = cells[at % Math.max(1, cells.length)]
  const key = chosen?.row.find(({ path }) => path !== undefined)?.path
  if (chosen === undefined || key === undefined || touched.has(key)) return { report, dropped }
  const mangled = MANGLES[name](chosen.cell, chance)
  if (mangled === null) return { report, dropped }
  touched.add(key)
  for (const { path } of chosen.row) if (path !== undefined) touched.add(path)
  const changed = mapRows(report, (row) => [
    row === chosen.row ? row.flatMap((cell) => (cell === chosen.cell ? mangled.cells : [cell])) : row,
  ])
  const { path } = chosen.cell
  const figures = new Map(report.figures)
  if (path !== undefined && mangled.states !== undefined) figures.set(path, mangled.states)
  return {
    report: { ...changed, figures },
    dropped: mangled.cells.length === 0 && path !== undefined ? new Set([...dropped, path]) : dropped,
  }
}
