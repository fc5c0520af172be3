import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Dress } from './dress.ts'
import { OUTLINE } from './outline-mark.ts'
import { isTable, mapRows, type PrintedReport, withoutFigures } from './printed-report.ts'

const without = (report: PrintedReport, isGone: (path: FigurePath) => boolean): PrintedReport =>
  withoutFigures(
    mapRows(report, (row) => {
      const kept = row.filter(({ path }) => path === undefined || !isGone(path))
      return kept.some(({ path }) => path !== undefined) || kept.length === row.length ? [kept] : []
    }),
    isGone,
  )

/** Parts of the form that a report leaves out, or has too many of. */
export const PART_DRESSES = {
  'no chapter headings': (report) => ({
    ...report,
    blocks: report.blocks.filter((block) => isTable(block)),
  }),
  'chapter headings without numbers': (report) => ({
    ...report,
    blocks: report.blocks.map((block) => (typeof block === 'string' ? block.replace(OUTLINE, '') : block)),
  }),
  'no rows of totals': (report) => without(report, (path) => path.startsWith('applications.HANDLED_TOTAL.')),
  'no column of totals': (report) =>
    report.form === 'FORM_2014' ? report : without(report, (path) => /^applications\..*\.TOTAL$/.test(path)),
  'no table of cases': (report) =>
    report.form === 'FORM_2014' ? report : without(report, (path) => /^(review|litigation)\./.test(path)),
  'a row of the place’s own': (report, chance) =>
    mapRows(report, (row) => {
      if (!row.some(({ kind }) => kind === 'LABEL') || chance(9) > 0) return [row]
      const own = row.map((cell) => ({
        kind: cell.kind,
        text:
          cell.kind === 'LABEL'
            ? '其中：通过政务服务大厅窗口办理的'
            : cell.kind === 'VALUE'
              ? `${chance(20)}`
              : cell.text,
      }))
      return [row, own.filter(({ kind }) => kind !== 'GROUP')]
    }),
} as const satisfies Record<string, Dress>
