import { beforeAll, describe, expect, it } from 'vitest'
import { saveReport } from '../../src/store/save-report.ts'
import { testDatabase } from '../database.ts'
import { aRevision } from './a-revision.ts'

const db = await testDatabase()
const TABLES = [
  'revisions',
  'disclosure_items',
  'application_outcomes',
  'review_results',
  'litigation_results',
  'unrecognised_rows',
  'claims',
  'shares',
  'sections',
  'issues',
  'findings',
]

beforeAll(() => saveReport(db, aRevision('source')))

describe('a revision and what hangs off it is immutable', () => {
  it.each(TABLES)('%s', async (table) => {
    const refused = new RegExp(`A revision is immutable: (UPDATE|DELETE|TRUNCATE) on ${table} is refused`)
    await expect(db.pool.query(`UPDATE ${table} SET number = number`)).rejects.toThrow(refused)
    await expect(db.pool.query(`DELETE FROM ${table}`)).rejects.toThrow(refused)
    await expect(db.pool.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/A revision is immutable/)
  })
})

describe('the database refuses', () => {
  const RANGED = '(agency_id, year, number, result, state, value, raw, snippet, snippet_start, snippet_end)'
  const key = `(SELECT agency_id FROM reports LIMIT 1), 2020, 1`
  it.each([
    [
      'a value that is not stated',
      `review_results VALUES (${key}, 'OTHER', 'BLANK', 0, '')`,
      'review_results_state_check',
    ],
    [
      'a stated figure without a value',
      `review_results VALUES (${key}, 'OTHER', 'STATED', NULL, '')`,
      'review_results_state_check',
    ],
    ['a negative count', `review_results VALUES (${key}, 'OTHER', 'STATED', -1, '-1')`, 'review_results_sign_check'],
    [
      'a negative amount',
      `disclosure_items VALUES (${key}, 'BUDGET', 'AMOUNT', 'STATED', -1, '-1')`,
      'disclosure_items_sign_check',
    ],
    [
      'half a document',
      `disclosure_items VALUES (${key}, 'REGULATIONS', 'MADE', 'STATED', 0.5, '0.5')`,
      'disclosure_items_whole_check',
    ],
    [
      'a fax from a natural person',
      `application_outcomes VALUES (${key}, 'RECEIVED_BY_FAX', 'NATURAL_PERSON', 'STATED', 1, '1')`,
      'application_outcomes_applicant_check',
    ],
    [
      'undivided litigation that is pending',
      `litigation_results VALUES (${key}, 'ALL', 'PENDING', 'STATED', 1, '1')`,
      'litigation_results_route_check',
    ],
    [
      'half a place in a snippet',
      `review_results ${RANGED} VALUES (${key}, 'OTHER', 'STATED', 1, '1', 0, 5, NULL)`,
      'review_results_snippet_check',
    ],
    [
      'a snippet that ends before it begins',
      `review_results ${RANGED} VALUES (${key}, 'OTHER', 'STATED', 1, '1', 0, 5, 4)`,
      'review_results_snippet_check',
    ],
    [
      'a share of nothing',
      `shares (agency_id, year, number, position, percent, sentence) VALUES (${key}, 9, '5', 'x')`,
      'shares_terms_check',
    ],
    ['a code of five digits', `districts VALUES ('11011', 'x', 'x', 'COUNTY', '110000')`, 'districts_code_check'],
    ['a county without a parent', `districts VALUES ('110199', 'x', 'x', 'COUNTY', NULL)`, 'districts_parent_check'],
    [
      'a second government',
      `agencies (district_code, kind, name) VALUES ('110115', 'GOVERNMENT', 'x')`,
      'agencies_one_government_key',
    ],
    [
      'a year before 1990',
      `reports (agency_id, year, district_code) VALUES ((SELECT id FROM agencies), 1989, '110115')`,
      'reports_year_check',
    ],
    [
      'a second report of the year',
      `reports (agency_id, year, district_code) VALUES ((SELECT id FROM agencies), 2020, '110115')`,
      'reports_pkey',
    ],
    [
      'a digest that is not that of the bytes',
      `revisions (agency_id, year, number, source_kind, media_type, source_sha256, source, parser_version, rules_version)
       VALUES ((SELECT id FROM agencies), 2020, 9, 'TEXT', 'x', sha256('a'), 'b', '1', '1')`,
      'revisions_source_sha256_check',
    ],
  ])('%s', async (_what, insert, constraint) => {
    await expect(db.pool.query(`INSERT INTO ${insert}`)).rejects.toMatchObject({ constraint })
  })

  it('a current revision that is not there', async () => {
    await expect(db.pool.query('UPDATE reports SET current_number = 9')).rejects.toMatchObject({ code: '23503' })
  })
})
