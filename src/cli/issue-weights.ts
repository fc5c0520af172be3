import type { Severity } from '../domain/finding.ts'
import type { Issue, IssueCode } from '../domain/issue.ts'
import type { Report } from '../domain/report.ts'

/** What an issue means to whoever publishes the report: a figure lost, one in doubt, or nothing that they need to mend (null). */
const WEIGHTS: { readonly [code in IssueCode]: Exclude<Severity, 'ERROR'> | null } = {
  'district.ambiguous': 'NOTICE',
  'district.unknown': 'NOTICE',
  'district.inferred': null,
  'year.missing': 'WARNING',
  'year.inferred': null,
  'year.conflict': 'NOTICE',
  'form.unknown': 'WARNING',
  'form.ambiguous': 'WARNING',
  'table.missing': 'WARNING',
  'row.missing': 'WARNING',
  'row.cell-count': 'NOTICE',
  'row.unrecognised': 'WARNING',
  'row.repeated': 'WARNING',
  'label.alias': null,
  'cell.unreadable': 'WARNING',
  'cell.converted': 'NOTICE',
  'cell.approximate': 'WARNING',
  'unit.missing': 'NOTICE',
  'unit.differs': 'NOTICE',
  'header.broken': null,
  'page.unreadable': 'WARNING',
  'text.unreadable': 'WARNING',
}

/** The weight of an issue in its report: whatever leaves a figure without a value has lost it. */
export function weightOf({ code, paths }: Issue, { figures }: Report): Severity | null {
  const isLost = paths.some((path) => (figures.get(path)?.state ?? 'UNREADABLE') === 'UNREADABLE')
  return isLost ? 'WARNING' : WEIGHTS[code]
}
