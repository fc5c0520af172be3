import { expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { connect } from '../../src/store/database.ts'
import { sample, testHub } from '../hub.ts'
import { growAHundredfold } from './a-hundredfold.ts'
import { EXAMPLES } from './answers.ts'
import {
  askExample,
  firstEvent,
  isSubscription,
  storeCorrection,
  storeLastSample,
  storeSamples,
} from './ask-example.ts'

interface Cost {
  /** Fields that the answer may hold: what `extensions.cost` tells. A subscription tells none. */
  readonly complexity: number | null
  /** SQL statements. */
  readonly statements: number
  /** The fewest, where two parts are answered beside each other: what both need is asked once when they are ready at one time. */
  readonly together?: number
  /** SQL statements where there is more to lead to than in the samples; as many when left out. */
  readonly amongMore?: number
}

// What each saved query takes, written by hand: another number is another query, another schema, or a fault. Reports come with their current
// revision, agency and district where nothing else is asked of those, and the lists of revisions that are asked for together are one.
const COSTS: Readonly<Record<string, Cost>> = {
  // the page, reports, outcomes.
  'applications-compared': { complexity: 1_101, statements: 3 },
  // the page, reports, outcomes, the count.
  backlog: { complexity: 951, statements: 4 },
  // the page, reports, findings with issues.
  'broken-arithmetic': { complexity: 3_721, statements: 3 },
  // report; claims, shares and unrecognised rows.
  claims: { complexity: 415, statements: 2 },
  // the page, the entries, their reports, current revisions, agencies, revisions before and after, the figures, the count.
  'corrected-lately': { complexity: 2_371, statements: 9 },
  // report, current revision, revisions and their count, the figure, judgements: the first two in one.
  'corrections-of-a-report': { complexity: 806, statements: 4 },
  // district and the count of agencies, agencies, reports, current revisions; judgements and two families.
  'departments-of-a-district': { complexity: 13_253, statements: 5 },
  // the page, reports, outcomes.
  'disclosure-rates': { complexity: 3_401, statements: 3 },
  // report; results and issues; snippets.
  evidence: { complexity: 220, statements: 3 },
  // the totals.
  'fees-and-procurement': { complexity: 5_800, statements: 1 },
  // report; judgement and findings; two families of their figures; snippets.
  'findings-of-a-report': { complexity: 1_669, statements: 4 },
  // of the event: report, current revision, judgement, district, agency.
  'follow-ingestion': { complexity: null, statements: 5 },
  // The catalogues are no part of the store.
  forms: { complexity: 2_455, statements: 0 },
  'forms-compared': { complexity: 7_441, statements: 0 },
  // totals by district, totals by district and ground, the districts of both.
  'grounds-of-refusal': { complexity: 10_360, statements: 4, together: 3 },
  // the page with its reports, the count.
  'latest-reports': { complexity: 141, statements: 2 },
  // totals of review, totals of litigation, the districts of both.
  'lost-cases': { complexity: 10_440, statements: 4, together: 3 },
  'metrics-in-law': { complexity: 9_805, statements: 0 },
  // the page, districts, the count, their reports, current revisions.
  'missing-reports': { complexity: 1_001, statements: 5 },
  // the counts of all rules at once.
  'most-broken-rules': { complexity: 1_261, statements: 1 },
  // district, its parent and count, the grandparent, sisters, their reports, current revisions, agencies.
  neighbours: { complexity: 1_011, statements: 7 },
  // the totals, the districts.
  'neighbours-ranked': { complexity: 5_450, statements: 2 },
  // district and count, reports, current revisions, the four families.
  'one-district': { complexity: 20_904, statements: 4 },
  // the lines, the agencies, the figures of the points, their revisions, snippets.
  'one-figure-through-the-years': { complexity: 11_592, statements: 5 },
  // the counts of the rule; the page of findings, these, their reports, current revisions, districts, the count.
  'one-rule': { complexity: 271, statements: 7 },
  // the key, and the report of the year before.
  'preview-a-report': { complexity: 148, statements: 2 },
  // the totals, and the provinces.
  'provinces-ranked': { complexity: 5_714, statements: 2 },
  // the key: what is no report is refused before the store is asked.
  'publish-a-report': { complexity: 35, statements: 1 },
  // the lines and their count, districts, reports, judgements.
  'published-every-year': { complexity: 4_102, statements: 5 },
  // report, sections.
  'read-a-report': { complexity: 48, statements: 2 },
  // the totals, the lines, the districts.
  'received-over-years': { complexity: 3_109, statements: 3 },
  // the totals.
  'refusals-by-applicant': { complexity: 5_700, statements: 1 },
  // report, what was in force, its revision; report, current revision, history, its revisions; of both, judgements with outcomes.
  'report-as-of': { complexity: 141, statements: 8, together: 7 },
  // the page, reports, the count, judgements; and for findings: the page, these, their reports, current
  // revisions, districts, the count.
  'reports-with-errors': { complexity: 362, statements: 10 },
  // sections, the count; reports; headings, highlights.
  search: { complexity: 381, statements: 5 },
  // of both: reports, three families, snippets.
  'two-reports-compared': { complexity: 72, statements: 3 },
  // the key, and the report of the year before.
  'what-would-block': { complexity: 186, statements: 2 },
  // the key; begin, agency, lock, how the report stands, end.
  'withdraw-a-report': { complexity: 11, statements: 8 },
  // report; judgement, four families, sections, claims, shares, unrecognised rows, findings and issues.
  'whole-report': { complexity: 1_220, statements: 2 },
  // report, current revision, district, parent, grandparent, neighbours, their reports, current revisions; the years around. Where there
  // are any: their reports, current revisions, outcomes.
  'year-before-and-after': { complexity: 267, statements: 9, amongMore: 11 },
}

const hub = await testHub()
// What is done beside the questions goes through connections of its own, and is not counted.
const other = connect(hub.db.url)
const asked = { fetch: hub.fetch, key: hub.key, database: other }

type Taken = Pick<Cost, 'complexity' | 'statements'>

/** What each saved query takes, the subscription while something is stored. */
async function measure(store: () => Promise<void>): Promise<Record<string, Taken>> {
  const costs: Record<string, Taken> = {}
  const order = EXAMPLES.toSorted((one, other) => Number(isSubscription(other)) - Number(isSubscription(one)))
  for (const example of order) {
    hub.db.forgetStatements()
    const answer = await (isSubscription(example) ? firstEvent(asked, example, store) : askExample(asked, example))
    expect(answer.errors, example.name).toBeUndefined()
    const complexity = answer.extensions?.cost?.complexity.used ?? null
    const { statements: most = 0, together = most } = COSTS[example.name] ?? {}
    const taken = hub.db.statements.length
    costs[example.name] = { complexity, statements: taken >= together && taken < most ? most : taken }
  }
  return costs
}

it('a saved query takes what is written here, and no more statements when there are a hundred times as many reports', async () => {
  await storeSamples(other)
  await storeCorrection(other)
  const costs = Object.entries(COSTS)
  const expected = costs.map(([name, { complexity, statements }]) => [name, { complexity, statements }])
  expect(await measure(() => storeLastSample(other))).toEqual(Object.fromEntries(expected))

  await growAHundredfold(other)
  const { rows } = await other.pool.query('SELECT count(*)::int AS reports FROM reports')
  expect(rows).toEqual([{ reports: 500 }])
  const among = costs.map(([name, cost]) => [
    name,
    { complexity: cost.complexity, statements: cost.amongMore ?? cost.statements },
  ])
  const revise = async () => {
    const text = `${sample('xigong-2020')}\n`
    const revised = await ingest(other, { kind: 'TEXT', text }, { expectedRevision: 1 })
    if (!revised.ok) throw new Error(revised.error.message)
  }
  expect(await measure(revise)).toEqual(Object.fromEntries(among))
  await other.close()
})
