import { ask, type Child } from '../child.ts'
import type { Row } from '../results.ts'
import { dataOf, graphql } from '../scenarios/scenario.ts'
import { ratioOf } from '../statistics.ts'
import { summaryOf, timed } from './country.ts'

// The thousandth page of a list, and its first: what lies before a page should cost nothing.

const PAGE = 1_000

const QUERY = `query Page($first: Int!, $after: String) {
  reports(first: $first, after: $after) {
    pageInfo { endCursor hasNextPage }
    nodes { id year agency { name } district { fullName } }
  }
}`
const CURSORS = `query Cursors($first: Int!, $after: String) {
  reports(first: $first, after: $after) { pageInfo { endCursor hasNextPage } }
}`

interface Page {
  readonly reports: { readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean } }
}

/** @param hub one that keeps no answers */
export async function measurePages(hub: Child, reports: number, repeats: number): Promise<Row[]> {
  const first = Math.min(20, Math.floor(reports / PAGE))
  if (first === 0) return []
  let after: string | null = null
  // Where the page begins is found in longer steps.
  for (let left = (PAGE - 1) * first; left > 0; ) {
    const step = Math.min(100, left)
    const page: Page = dataOf<Page>(await ask(hub.address, graphql(CURSORS, { first: step, after })))
    after = page.reports.pageInfo.endCursor
    left -= step
  }
  const [near, far]: [number[], number[]] = [[], []]
  for (let repeat = -2; repeat < repeats; repeat += 1) {
    const one = await timed(() => ask(hub.address, graphql(QUERY, { first, after: null })))
    const other = await timed(() => ask(hub.address, graphql(QUERY, { first, after })))
    dataOf<Page>(one.result)
    dataOf<Page>(other.result)
    if (repeat < 0) continue
    near.push(one.took)
    far.push(other.took)
  }
  return [
    {
      what: 'page-1000',
      who: 'hub',
      title: `page 1,000 of a list, of ${first} each`,
      by: hub.contestant.title,
      figures: [{ against: 'the time of page 1', unit: '×', value: ratioOf(far, near), target: { atMost: 1.2 } }],
      measured: summaryOf(far),
    },
  ]
}
