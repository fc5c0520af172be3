import { ONE_REPORT } from './one-report.ts'
import { REPORT_LIST } from './report-list.ts'
import { TWENTY_REPORTS } from './twenty-reports.ts'

/** What the server of raw SQL answers, by name. Each gives one row with the text of a JSON value, `answer`. */
export const STATEMENTS: ReadonlyMap<string, string> = new Map([
  ['one-report', ONE_REPORT],
  ['twenty-reports', TWENTY_REPORTS],
  ['report-list', REPORT_LIST],
])
