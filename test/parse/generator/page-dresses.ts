import { type Chance, oneOf } from './chance.ts'
import type { Dress } from './dress.ts'
import { isHeads, mapRows, mapTables, type PrintedRow, type PrintedTable } from './printed-report.ts'

const pageMark = (chance: Chance): PrintedRow => {
  const page = 2 + chance(8)
  const text = oneOf(
    chance,
    `— ${page} —`,
    `- ${page} -`,
    `－${page}－`,
    `${page}`,
    `第 ${page} 页`,
    `第${page}页 共12页`,
    `第 ${page} 页 共 12 页`,
    `${page}/12`,
    `${page} / 12`,
  )
  return [{ kind: 'HEAD', text }]
}

/** Heads stay with what they are the heads of. */
function cut({ rows }: PrintedTable, chance: Chance, below: number): PrintedRow[][] {
  const parts: PrintedRow[][] = [[]]
  for (const row of rows) {
    const part = parts.at(-1)
    const before = part?.at(-1)
    if (before !== undefined && !isHeads(before) && chance(below) === 0) parts.push([row])
    else part?.push(row)
  }
  return parts
}

/** What pages do to a table, and what is lost where one ends. */
export const PAGE_DRESSES = {
  'page marks': (report, chance) => mapRows(report, (row) => (chance(12) === 0 ? [row, pageMark(chance)] : [row])),
  'rows cut by a page': (report, chance) =>
    mapRows(report, (row) => {
      if (row.length < 4 || chance(12) > 0) return [row]
      const at = 1 + chance(row.length - 1)
      return [row.slice(0, at), [{ kind: 'HEAD', text: `- ${2 + chance(8)} -` }], row.slice(at)]
    }),
  'running heads': (report, chance) =>
    mapRows(report, (row) =>
      chance(12) === 0 ? [row, pageMark(chance), [{ kind: 'HEAD', text: report.title.text.replace('\n', '') }]] : [row],
    ),
  'table cut into small ones': (report, chance) =>
    mapTables(report, (table) => cut(table, chance, 5).map((rows) => ({ rows }))),
  'table cut into small ones, heads on each': (report, chance) =>
    mapTables(report, (table) => {
      const heads = table.rows.slice(
        0,
        table.rows.findIndex((row) => !isHeads(row)),
      )
      return cut(table, chance, 6).map((rows, index) => ({ rows: index === 0 ? rows : [...heads, ...rows] }))
    }),
  'table cut by a caption': (report, chance) =>
    mapTables(report, (table) =>
      cut(table, chance, 10).flatMap((rows, index) =>
        index === 0 ? [{ rows }] : [oneOf(chance, '（续表）', '续表', '（接上表）', '单位：件'), { rows }],
      ),
    ),
} as const satisfies Record<string, Dress>
