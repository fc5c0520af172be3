import { describe, expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { toReportObject } from '../../src/ingest/report-object.ts'
import { parse } from '../../src/parse/parse.ts'
import { sample, testHub } from '../hub.ts'

// The number of SQL statements is a property of the question, not of how much there is to answer.

const hub = await testHub()

/** The report of 大兴区 of 2020, again for each of the years. */
async function ingestYears(years: readonly number[]) {
  const parsed = await parse({ bytes: Buffer.from(sample('daxing-2020')) })
  if (!parsed.ok) throw new Error(parsed.error.message)
  for (const year of years) {
    const ingested = await ingest(hub.db, {
      kind: 'STRUCTURED',
      object: { ...toReportObject(parsed.report, []), year },
    })
    if (!ingested.ok) throw new Error(ingested.error.message)
  }
}

const QUESTIONS = [
  {
    name: 'a district, its reports, and everything in them',
    // district, reports, their current revisions, and one for all seven lists.
    statements: 4,
    query: `{
      district(code: "110115") {
        reports(first: 50) {
          nodes {
            disclosureItems { path value }
            applicationOutcomes(rows: [RECEIVED]) { path value }
            reviewResults { path value }
            litigationResults { path value }
            sections { heading }
            issues { code }
            findings { ruleId }
          }
        }
      }
    }`,
  },
  {
    name: 'figures of two families and issues, each with its snippet',
    // the page, reports with their current revisions, the two lists and the issues, and the snippets once for all of them.
    statements: 4,
    query: `{
      reports(first: 50) {
        nodes {
          applicationOutcomes(rows: [RECEIVED]) { snippet { prefix exact suffix } }
          reviewResults { snippet { text } }
          issues { code snippet { text } }
        }
      }
    }`,
  },
  {
    name: 'metrics of two families with their figures, and figures by path',
    // the page, reports with their current revisions, the two families.
    statements: 3,
    query: `{
      reports(first: 50) {
        nodes {
          metrics(ids: [REFUSAL_RATE, LITIGATION_PER_REQUEST]) { value figures { raw } }
          figures(paths: ["applications.RECEIVED.TOTAL"]) { decimal }
        }
      }
    }`,
  },
  {
    name: 'a series: its totals, its lines, and the evidence of each point',
    // totals; lines; agencies, districts; reports with their current revisions; the revisions of the points; their figures.
    statements: 7,
    query: `{
      series(of: { metric: REFUSAL_RATE }) {
        totals { value }
        lines { nodes { agency { name } district { name } points { report { title } figures { raw } } } }
      }
    }`,
  },
  {
    name: 'what the rules say of reports',
    // the page, reports with their current revisions, judgements with findings.
    statements: 3,
    query: `{
      reports(first: 50) {
        nodes { status judgement { held broken rules(verdict: BROKEN) { id } } findings { rule { id } left { value } } }
      }
    }`,
  },
  {
    name: 'reports, and up from each to the province',
    // the page, reports, current revisions, agencies; their districts; the reports' districts, parents of these.
    statements: 7,
    query: `{
      reports(first: 50) {
        nodes {
          year
          agency { name district { name } }
          district { name parent { name } }
        }
      }
    }`,
  },
  {
    name: 'every revision of every report, and its figures',
    // the page, reports, current revisions, revisions, review results.
    statements: 5,
    query: '{ reports(first: 50) { nodes { revisions { nodes { number reviewResults { value } } } } } }',
  },
  {
    name: 'from figures up to their revision, report and district',
    // the page, reports with their current revisions, review results; these revisions, their reports, the current revisions and districts of those.
    statements: 7,
    query:
      '{ reports(first: 50) { nodes { reviewResults { revision { number report { year district { name } } } } } } }',
  },
] as const

describe('the number of statements', () => {
  it('is the same for one report and for twelve', async () => {
    const countAll = async () => {
      const counts: [name: string, statements: number][] = []
      for (const { name, query } of QUESTIONS) {
        hub.db.forgetStatements()
        await hub.dataOf(query)
        counts.push([name, hub.db.statements.length])
      }
      return counts
    }
    const expected = QUESTIONS.map(({ name, statements }) => [name, statements])
    await ingestYears([2019])
    expect(await countAll()).toEqual(expected)
    await ingestYears([2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018])
    expect(await countAll()).toEqual(expected)
  })
})
