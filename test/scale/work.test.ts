import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { cursorOf } from '../../src/graphql/cursor.ts'
import { readExamples } from '../../src/server/plugins/example-queries.ts'
import { reportMatches } from '../../src/store/conditions.ts'
import { readPage } from '../../src/store/keyset.ts'
import { REPORTS } from '../../src/store/paged-lists.ts'
import { askedStore, scannedBy, type Work } from './asked-store.ts'

// How much PostgreSQL has to look at, in rows and pages of its buffers: neither how far in a list a page is nor how many other reports
// there are should matter. What is asserted is never a time.

const national = await askedStore(inject('nationalStore'))
const small = await askedStore(inject('smallStore'))

const PAGE = `query ($first: Int!, $after: String) {
  reports(first: $first, after: $after) {
    pageInfo { endCursor }
    nodes { year title district { fullName } applicationOutcomes(rows: [RECEIVED]) { path value } }
  }
}`

interface Pages {
  readonly reports: { readonly pageInfo: { readonly endCursor: string }; readonly nodes: readonly unknown[] }
}

/** The cursor of the last report of so many. */
async function cursorAfter(reports: number): Promise<string> {
  const all = { where: reportMatches(null), order: [], way: 'FORWARDS', limit: reports } as const
  const { rows } = await readPage(national.database, REPORTS, all)
  return cursorOf({ list: REPORTS.name, order: REPORTS.order }, rows.at(-1)!.place)
}

describe('the list of reports', () => {
  it.each([
    ['a hundred a page, at page 550', 100, 550],
    ['fifty a page, at page 1,000', 50, 1_000],
  ])(
    '%s: as much is looked at as for the first page',
    async (_, first, page) => {
      const workOf = async (after?: string) => {
        const { data, statements } = await national.ask(PAGE, { first, after })
        expect((data as Pages).reports.nodes).toHaveLength(first)
        return national.workOf(statements)
      }
      const begin = await workOf()
      const far = await workOf(await cursorAfter(first * (page - 1)))
      // Whether there are reports before the page takes one more look.
      expect(far.rows).toBeLessThanOrEqual(begin.rows + 10)
      expect(far.buffers).toBeLessThanOrEqual(1.2 * begin.buffers)
    },
    300_000,
  )
})

/** What asks for one report, or two. */
const ONE_REPORT = [
  'evidence',
  'whole-report',
  'read-a-report',
  'findings-of-a-report',
  'two-reports-compared',
  'corrections-of-a-report',
]
/** The store's client counts the revisions of all reports of the year to tell how many this one has. */
const COUNTS_A_YEAR = 'corrections-of-a-report'
const REPORTS_OF_A_YEAR = 3_300

describe('what one report asks for', () => {
  const examples = readExamples(join(import.meta.dirname, '../../examples')).filter(({ name }) =>
    ONE_REPORT.includes(name),
  )

  it.each(examples)(
    '$name: as much is looked at in a national store as in one of 1,000 reports',
    async ({ name, query }) => {
      const workIn = async (store: typeof national): Promise<Work> => {
        const { errors, statements } = await store.ask(query)
        expect(errors).toBeUndefined()
        return store.workOf(statements)
      }
      const there = await workIn(small)
      const here = await workIn(national)
      const counted = name === COUNTS_A_YEAR ? REPORTS_OF_A_YEAR : 0
      expect(here.rows).toBeLessThanOrEqual(1.2 * there.rows + counted)
      // Trees of indexes are higher by two pages at most: each look into one goes through as many more.
      expect(here.buffers).toBeLessThanOrEqual(there.buffers + 2 * here.looks + counted / 10)
    },
  )
})

describe('a search', () => {
  const SEARCH =
    'query ($query: String!) { search(query: $query, first: 20) { nodes { rank report { year } highlights { exact } } } }'

  it.each(['公开', '水利', '冬虫夏草', '鹤塬'])(
    'for %s goes along the index, and reads no table from one end to the other',
    async (word) => {
      const { data, statements } = await national.ask(SEARCH, { query: word })
      expect((data as { search: { nodes: unknown[] } }).search.nodes.length).toBeGreaterThan(0)
      const [search] = statements
      const plan = await national.planOf(search!)
      expect(JSON.stringify(plan)).toContain('sections_search_idx')
      expect(scannedBy(plan)).toEqual([])
    },
  )
})
