import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { emptyDatabase } from '../database.ts'
import { onServer } from '../database-address.ts'
import { dataFolder, run, serve, until } from './hub-process.ts'

const INGEST = `mutation ($text: String!, $year: Int!) {
  ingestReport(input: { source: { text: $text }, year: $year }) { __typename ... on IngestedReport { outcome } ... on UserError { message } }
}`
const STORED = `{ reports(first: 50) { nodes {
  year currentRevision { number } disclosureItems { value } applicationOutcomes { value } reviewResults { value } litigationResults { value }
} } }`

interface Stored {
  readonly reports: { readonly nodes: readonly ({ readonly year: number } & Record<string, readonly unknown[]>)[] }
}

const daxing = await readFile(new URL('../../samples/daxing-2020.txt', import.meta.url), 'utf8')
const ofYear = (year: number) => ({ text: daxing.replaceAll('2020', String(year)), year })
const YEARS = Array.from({ length: 16 }, (_, index) => 1990 + index)

const COUNT = '{ reports { totalCount } }'

describe('kill -9', () => {
  it('among the samples of the first start leaves what the next start brings to five', async () => {
    const url = await emptyDatabase()
    const first = run(['src/main.js'], { DATABASE_URL: url })
    await until(async () => first.child.exitCode !== null || (await storedReports(url)) > 0)
    first.child.kill('SIGKILL')
    expect(await first.ended).toBe('SIGKILL')

    const second = await serve({ DATABASE_URL: url })
    expect(await second.ask(COUNT)).toEqual({ reports: { totalCount: 5 } })
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    const third = await serve({ DATABASE_URL: url })
    expect(third.printed.out).not.toContain('sample reports')
    third.child.kill('SIGTERM')
    expect(await third.ended).toBe(0)
  })

  it('in the middle of ingestions leaves each report whole or absent, and the next start finds them', async () => {
    const DATA_DIR = await dataFolder()
    const first = await serve({ DATA_DIR })
    const sent = YEARS.map((year) => first.ask(INGEST, first.key, ofYear(year)).catch(() => 'cut off'))
    await Promise.race(sent)
    await setTimeout(30)
    first.child.kill('SIGKILL')
    expect(await first.ended).toBe('SIGKILL')
    const answers = await Promise.all(sent)
    expect(answers).toContain('cut off')

    const second = await serve({ DATA_DIR })
    const { reports } = await second.ask<Stored>(STORED)
    const killed = reports.nodes.filter(({ year }) => YEARS.includes(year))
    for (const report of killed) {
      expect(report.currentRevision, `${report.year}`).toEqual({ number: 1 })
      expect(report.applicationOutcomes, `${report.year}`).toHaveLength(161)
      expect(report.litigationResults, `${report.year}`).toHaveLength(10)
    }
    // What was acknowledged is there.
    expect(killed.length).toBeGreaterThanOrEqual(answers.filter((answer) => answer !== 'cut off').length)
    for (const year of YEARS) {
      expect(await second.ask(INGEST, first.key, ofYear(year))).toMatchObject({
        ingestReport: { outcome: killed.some((report) => report.year === year) ? 'UNCHANGED' : 'CREATED' },
      })
    }
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })
})

// Zero while there is no table of them.
async function storedReports(url: string): Promise<number> {
  const { rows } = await onServer(url, (client) =>
    client.query<{ count: number }>('SELECT count(*)::int AS count FROM revisions').catch(() => ({ rows: [] })),
  )
  return rows[0]?.count ?? 0
}
