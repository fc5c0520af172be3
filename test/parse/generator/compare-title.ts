import type { Report } from '../../../src/domain/report.ts'
import type { PrintedReport } from './printed-report.ts'

/** What of a report's district, year and form was read as another one, or lost without an issue. */
export function compareTitle({ form, title }: PrintedReport, read: Report): string[] {
  const noted = (beginning: string) => read.issues.some(({ code }) => code.startsWith(beginning))
  const differs = (what: string, printed: string | number, got: string | number | null | undefined) => {
    if (got === printed || ((got === null || got === undefined) && noted(`${what}.`))) return []
    return [`${what} printed ${printed}, read ${got}`]
  }
  return [
    ...differs('district', title.district, read.district?.code),
    ...differs('year', title.year, read.year),
    ...differs('form', form, read.form),
  ]
}
