import { AGENCY_KINDS } from '../domain/agency.ts'
import { DISTRICT_LEVELS } from '../domain/district.ts'
import { REPORT_STATUSES, SEVERITIES } from '../domain/finding.ts'
import { FORMS } from '../domain/forms.ts'
import type { PagedList } from './keyset.ts'
import type { RevisionKey } from './revision-key.ts'
import type { SortKey } from './sort-order.ts'
import {
  COUNT,
  codeOf,
  DECIMAL,
  DISTRICT_CODE,
  INT,
  MOMENT,
  SMALL_INT,
  TEXT,
  UUID,
  type ValueType,
} from './sort-values.ts'

// The lists that are paged, and what each may be sorted by. A key of another table is joined; where the row holds the same value
// itself (the code of its district), that is taken, because an index has it.

function key(name: string, expression: string, type: ValueType, ...joins: string[]): SortKey {
  return { name, expression, type, joins }
}

/** A key that not every row has. */
const nullable = (of: SortKey): SortKey => ({ ...of, nulls: 'GREATEST' })

/** The keys of a district, which is joined unless the row is one. */
const districtKeys = (path: string, code: string, ...joins: string[]) => ({
  code: key(`${path}code`, code, DISTRICT_CODE),
  name: key(`${path}name`, 'district.name', TEXT, ...joins),
  level: key(`${path}level`, 'district.level', codeOf(DISTRICT_LEVELS, 'district_level'), ...joins),
})

const agencyKeys = (path: string, ...joins: string[]) => ({
  name: key(`${path}name`, 'agency.name', TEXT, ...joins),
  kind: key(`${path}kind`, 'agency.kind', codeOf(AGENCY_KINDS, 'agency_kind'), ...joins),
})

/** What districts may be sorted by. */
export const DISTRICT_KEYS = districtKeys('', 'district.code')

/** What agencies may be sorted by. */
export const AGENCY_KEYS = {
  ...agencyKeys(''),
  district: districtKeys(
    'district.',
    'agency.district_code',
    'JOIN districts AS district ON district.code = agency.district_code',
  ),
}

const DISTRICT_OF_REPORT = districtKeys(
  'district.',
  'report.district_code',
  'JOIN districts AS district ON district.code = report.district_code',
)

/** What is stored with the current revision of a report; nothing when it has none. */
const OF_CURRENT = (table: string, alias: string) => `
  LEFT JOIN ${table} AS ${alias}
    ON (${alias}.agency_id, ${alias}.year, ${alias}.number) = (report.agency_id, report.year, report.current_number)`

/** What reports may be sorted by. */
export const REPORT_KEYS = {
  year: key('year', 'report.year', SMALL_INT),
  form: nullable(key('form', 'revision.form', codeOf(FORMS, 'form'), OF_CURRENT('revisions', 'revision'))),
  status: nullable(
    key('status', 'judgement.status', codeOf(REPORT_STATUSES, 'report_status'), OF_CURRENT('judgements', 'judgement')),
  ),
  createdAt: key('createdAt', 'report.created_at', MOMENT),
  updatedAt: key('updatedAt', 'report.updated_at', MOMENT),
  district: DISTRICT_OF_REPORT,
  agency: {
    ...agencyKeys('agency.', 'JOIN agencies AS agency ON agency.id = report.agency_id'),
    // An agency reports for its own district.
    district: DISTRICT_OF_REPORT,
  },
}

const YEAR_OF_FINDING = key('year', 'finding.year', SMALL_INT)

/** What findings may be sorted by. */
export const FINDING_KEYS = {
  severity: key('severity', 'finding.severity', codeOf(SEVERITIES, 'severity')),
  ruleId: key('ruleId', 'finding.rule_id', TEXT),
  year: YEAR_OF_FINDING,
  difference: key('difference', 'finding.difference', DECIMAL),
  absoluteDifference: key('absoluteDifference', 'abs(finding.difference)', DECIMAL),
  report: { ...REPORT_KEYS, year: YEAR_OF_FINDING },
}

/** The divisions of GB/T 2260, by code. */
export const DISTRICTS: PagedList<{ readonly code: string }> = {
  name: 'districts',
  from: 'districts AS district',
  rowKey: { code: 'district.code' },
  order: [{ key: DISTRICT_KEYS.code, direction: 'asc' }],
}

/** The bodies that issue reports, by district and name. */
export const AGENCIES: PagedList<{ readonly id: number }> = {
  name: 'agencies',
  from: 'agencies AS agency',
  rowKey: { id: 'agency.id' },
  order: [
    { key: AGENCY_KEYS.district.code, direction: 'asc' },
    { key: AGENCY_KEYS.name, direction: 'asc' },
  ],
}

/** The reports, the latest year first. */
export const REPORTS: PagedList<Omit<RevisionKey, 'number'>> = {
  name: 'reports',
  from: 'reports AS report',
  rowKey: { agencyId: 'report.agency_id', year: 'report.year' },
  order: [
    { key: REPORT_KEYS.year, direction: 'desc' },
    { key: key('agency', 'report.agency_id', INT), direction: 'asc' },
  ],
}

/** The runs of ingestion, the newest first. */
export const INGESTION_RUNS: PagedList<{ readonly id: string }> = {
  name: 'ingestionRuns',
  from: 'ingestion_runs AS run',
  rowKey: { id: 'run.id' },
  order: [
    { key: key('createdAt', 'run.created_at', MOMENT), direction: 'desc' },
    { key: key('id', 'run.id', UUID), direction: 'asc' },
  ],
}

/** The entries of the logs of reports, the latest first. What followed the creation of a report is a correction. */
export const CORRECTIONS: PagedList<Omit<RevisionKey, 'number'> & { readonly position: number }> = {
  name: 'corrections',
  from: `report_changes AS change
    JOIN reports AS report ON (report.agency_id, report.year) = (change.agency_id, change.year)`,
  rowKey: { agencyId: 'change.agency_id', year: 'change.year', position: 'change.position' },
  order: [
    { key: key('at', 'change.at', MOMENT), direction: 'desc' },
    { key: key('agency', 'change.agency_id', INT), direction: 'asc' },
    { key: key('year', 'change.year', SMALL_INT), direction: 'asc' },
    { key: key('position', 'change.position', INT), direction: 'desc' },
  ],
}

/** The findings of current revisions, the latest year first. A revision that was replaced keeps its findings, and they are not listed. */
export const FINDINGS: PagedList<RevisionKey & { readonly position: number }> = {
  name: 'findings',
  from: `findings AS finding JOIN reports AS report
    ON (report.agency_id, report.year, report.current_number) = (finding.agency_id, finding.year, finding.number)`,
  rowKey: {
    agencyId: 'finding.agency_id',
    year: 'finding.year',
    number: 'finding.number',
    position: 'finding.position',
  },
  order: [
    { key: YEAR_OF_FINDING, direction: 'desc' },
    { key: key('agency', 'finding.agency_id', INT), direction: 'asc' },
    { key: key('revision', 'finding.number', SMALL_INT), direction: 'asc' },
    { key: key('position', 'finding.position', INT), direction: 'asc' },
  ],
}

/** The keys, in the order in which they were made. */
export const API_KEYS: PagedList<{ readonly id: number }> = {
  name: 'apiKeys',
  from: 'api_keys AS api_key',
  rowKey: { id: 'api_key.id' },
  order: [{ key: key('id', 'api_key.id', INT), direction: 'asc' }],
}

/** What was done to the store, the latest first. */
export const AUDIT_EVENTS: PagedList<{ readonly chain: number; readonly number: number | bigint }> = {
  name: 'auditEvents',
  from: 'audit_events AS event',
  rowKey: { chain: 'event.chain', number: 'event.number' },
  order: [
    { key: key('at', 'event.at', MOMENT), direction: 'desc' },
    { key: key('chain', 'event.chain', SMALL_INT), direction: 'desc' },
    { key: key('number', 'event.number', COUNT), direction: 'desc' },
  ],
}
