import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AGENCY_KINDS } from '../../src/domain/agency.ts'
import { APPLICANTS } from '../../src/domain/applicants.ts'
import { APPLICATION_ROWS } from '../../src/domain/application-rows.ts'
import { CASE_RESULTS, LITIGATION_ROUTES } from '../../src/domain/cases.ts'
import { CLAIM_SCOPES } from '../../src/domain/claim.ts'
import { DISCLOSURE_ITEMS, DISCLOSURE_MEASURES } from '../../src/domain/disclosure-items.ts'
import { DISTRICT_LEVELS } from '../../src/domain/district.ts'
import { FIGURE_STATES } from '../../src/domain/figure.ts'
import { REPORT_STATUSES, SEVERITIES } from '../../src/domain/finding.ts'
import { FORMS } from '../../src/domain/forms.ts'
import { REPORT_CHANGE_KINDS } from '../../src/domain/report-change-kinds.ts'
import { TABLES } from '../../src/domain/tables.ts'

const schema = readFileSync(join(import.meta.dirname, '../../prisma/schema.prisma'), 'utf8')

/** The enums of the schema: name → values, in order. */
const enums = Object.fromEntries(
  [...schema.matchAll(/^enum (\w+) \{\n([^}]*)\}/gm)].map(([, name, body]) => [
    name,
    (body ?? '').split('\n').flatMap((line) => line.match(/^\s+([A-Z]\w*)/)?.[1] ?? []),
  ]),
)

describe('the codes that the store accepts are those of the domain', () => {
  it.each([
    ['DistrictLevel', DISTRICT_LEVELS],
    ['AgencyKind', AGENCY_KINDS],
    ['Form', FORMS],
    ['FigureState', FIGURE_STATES],
    ['DisclosureItemCode', DISCLOSURE_ITEMS],
    ['DisclosureMeasure', DISCLOSURE_MEASURES],
    ['ApplicationRow', APPLICATION_ROWS],
    ['Applicant', APPLICANTS],
    ['CaseResult', CASE_RESULTS],
    ['LitigationRoute', LITIGATION_ROUTES],
    ['ReportTable', TABLES],
    ['ClaimScope', CLAIM_SCOPES],
    ['Severity', SEVERITIES],
    ['ReportStatus', REPORT_STATUSES],
    ['ReportChangeKind', REPORT_CHANGE_KINDS],
  ] as [string, object][])('%s', (name, terms) => expect(enums[name]).toEqual(Object.keys(terms)))

  it('and SourceKind, KeyScope and those of runs are the only ones that the domain does not know', () => {
    expect(Object.keys(enums)).toHaveLength(19)
    expect(enums.SourceKind).toEqual(['TEXT', 'FILE', 'STRUCTURED'])
  })
})
