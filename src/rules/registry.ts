import { APPLICATION_RULES } from './applications.ts'
import { CASE_RULES } from './cases.ts'
import { DISCLOSURE_RULES } from './disclosure.ts'
import type { Rule } from './rule.ts'
import { STATISTICS_RULES } from './statistics-table.ts'

/** Every rule, in the order of a report: disclosure, applications, cases, then the statistics table of 2014. */
export const RULES: readonly Rule[] = Object.freeze([
  ...DISCLOSURE_RULES,
  ...APPLICATION_RULES,
  ...CASE_RULES,
  ...STATISTICS_RULES,
])
