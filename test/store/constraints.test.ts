import { beforeAll, describe, expect, it } from 'vitest'
import { saveReport } from '../../src/store/save-report.ts'
import { testDatabase } from '../database.ts'
import { aRevision, sameRules } from './a-revision.ts'

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
]

beforeAll(() => saveReport(db, aRevision('source'), sameRules))

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
      `revisions (agency_id, year, number, source_kind, media_type, source_sha256, source, parser_version)
       VALUES ((SELECT id FROM agencies), 2020, 9, 'TEXT', 'x', sha256('a'), 'b', '1')`,
      'revisions_source_sha256_check',
    ],
  ])('%s', async (_what, insert, constraint) => {
    await expect(db.pool.query(`INSERT INTO ${insert}`)).rejects.toMatchObject({ constraint })
  })

  it('a current revision that is not there', async () => {
    await expect(db.pool.query('UPDATE reports SET current_number = 9')).rejects.toMatchObject({ code: '23503' })
  })
})

describe('a judgement and its findings', () => {
  const judgement = (values: string) =>
    `INSERT INTO judgements (agency_id, year, number, rules_version, status, held, broken, "unknown", errors, warnings, notices)
     VALUES ((SELECT agency_id FROM reports LIMIT 1), 2020, 1, '1', ${values});`
  const finding = (given: { left?: string; difference?: string; paths?: string; severity?: string } = {}) =>
    `INSERT INTO findings (agency_id, year, number, position, rule_id, severity, message, "left", "right", difference, paths, same_as)
     VALUES ((SELECT agency_id FROM reports LIMIT 1), 2020, 1, 7, 'b.rule', '${given.severity ?? 'ERROR'}', 'm',
       '${given.left ?? '{"paths":["review.TOTAL"],"value":"3","year":null,"statements":[]}'}',
       '{"paths":["review.UPHELD"],"value":"1","year":2019,"statements":[]}',
       ${given.difference ?? '2'}, '${given.paths ?? '{review.TOTAL,review.UPHELD}'}', '{}');`
  const ERRORS = `'ERRORS', '{a.rule}', '{b.rule}', '{}', 1, 0, 0`

  /** Runs the statements as one transaction that is taken back if it comes to its end. */
  async function run(statements: string) {
    const client = await db.pool.connect()
    try {
      await client.query(`BEGIN; DELETE FROM judgements; ${statements} SET CONSTRAINTS ALL IMMEDIATE`)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }

  it('are stored as a whole', async () => {
    await run(judgement(ERRORS) + finding())
    await run(judgement(`'CLEAN', '{a.rule}', '{}', '{}', 0, 0, 0`))
    await run(judgement(`'UNJUDGED', '{}', '{}', '{a.rule}', 0, 0, 0`))
  })

  it.each([
    [
      'a rule with two verdicts',
      judgement(`'CLEAN', '{a.rule}', '{}', '{a.rule}', 0, 0, 0`),
      'judgements_verdicts_check',
    ],
    [
      'a clean report with errors',
      judgement(`'CLEAN', '{}', '{b.rule}', '{}', 1, 0, 0`) + finding(),
      'judgements_status_check',
    ],
    [
      'a clean report in which nothing holds',
      judgement(`'CLEAN', '{}', '{}', '{a.rule}', 0, 0, 0`),
      'judgements_status_check',
    ],
    ['a judgement without the finding it counts', judgement(ERRORS), 'judgements_findings_check'],
    ['a finding that is not counted', judgement(ERRORS) + finding({ severity: 'NOTICE' }), 'judgements_findings_check'],
    [
      'a finding of a rule that is not broken',
      judgement(`'ERRORS', '{b.rule}', '{c.rule}', '{}', 1, 0, 0`) + finding(),
      'judgements_findings_check',
    ],
    [
      'a difference that is not left minus right',
      judgement(ERRORS) + finding({ difference: '-2' }),
      'findings_difference_check',
    ],
    [
      'paths that are not those of the sides',
      judgement(ERRORS) + finding({ paths: '{review.TOTAL}' }),
      'findings_paths_check',
    ],
    [
      'a side without a value',
      judgement(ERRORS) + finding({ left: '{"paths":[],"year":null,"statements":[]}' }),
      'findings_left_check',
    ],
    ['a finding without a judgement', finding(), 'findings_agency_id_year_number_fkey'],
    [
      'a path of no table',
      judgement(ERRORS) +
        finding({
          left: '{"paths":["reviews.TOTAL"],"value":"3","year":null,"statements":[]}',
          paths: '{reviews.TOTAL,review.UPHELD}',
        }),
      'findings_path_check',
    ],
  ])('never hold %s', async (_what, statements, constraint) => {
    await expect(run(statements)).rejects.toMatchObject({ constraint })
  })

  it.each([
    ['judgements', 'UPDATE judgements SET number = number'],
    ['judgements', 'TRUNCATE judgements CASCADE'],
    ['findings', 'UPDATE findings SET number = number'],
    ['findings', 'DELETE FROM findings'],
    ['findings', 'TRUNCATE findings'],
  ])('are replaced as a whole only: %s, %s', async (table, statement) => {
    await expect(db.pool.query(statement)).rejects.toThrow(
      new RegExp(`A judgement is replaced as a whole: \\w+ on ${table} is refused`),
    )
  })
})
