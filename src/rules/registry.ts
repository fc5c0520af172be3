import { AMOUNT_RULES } from './amounts.ts'
import { APPLICATION_RULES } from './applications.ts'
import { CASE_RULES } from './cases.ts'
import { COMPLETENESS_RULES } from './completeness.ts'
import { DISCLOSURE_RULES } from './disclosure.ts'
import { PROSE_APPLICATION_RULES } from './prose-applications.ts'
import { PROSE_CASE_RULES } from './prose-cases.ts'
import { PROSE_DISCLOSURE_RULES } from './prose-disclosure.ts'
import { PROSE_SUM_RULES } from './prose-sums.ts'
import type { Rule } from './rule.ts'
import { STATISTICS_RULES } from './statistics-table.ts'
import { YEAR_RULES } from './years.ts'

/** Every rule: the tables in the order of a report, the statistics table of 2014, what stands out, the sentences, the years. */
export const RULES: readonly Rule[] = Object.freeze([
  ...DISCLOSURE_RULES,
  ...APPLICATION_RULES,
  ...CASE_RULES,
  ...STATISTICS_RULES,
  ...COMPLETENESS_RULES,
  ...AMOUNT_RULES,
  ...PROSE_DISCLOSURE_RULES,
  ...PROSE_APPLICATION_RULES,
  ...PROSE_CASE_RULES,
  ...PROSE_SUM_RULES,
  ...YEAR_RULES,
])
