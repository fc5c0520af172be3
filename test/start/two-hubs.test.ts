import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { emptyDatabase } from '../database.ts'
import { serve } from './hub-process.ts'

// Two processes on one database, each keeping the answers that it has given.

const COUNT = '{ reports { totalCount } }'
const FIGURES =
  '{ reports(filter: { year: { equals: 2021 } }) { nodes { agency { name } applicationOutcomes(rows: [RECEIVED], applicants: [TOTAL]) { value } } } }'
const INGEST =
  'mutation ($text: String!, $revision: Int) { ingestReport(input: { source: { text: $text }, expectedRevision: $revision }) { __typename ... on IngestedReport { outcome } ... on UserError { message } } }'

const street = (name: string, received: number) =>
  `北京市大兴区${name}街道办事处2021年政府信息公开工作年度报告\n一、本年新收政府信息公开申请数量\t${received}\t0\t0\t0\t0\t0\t${received}`

it('answer alike, and each shows at once what the other has stored', async () => {
  const DATABASE_URL = await emptyDatabase()
  const [first, second] = [await serve({ DATABASE_URL }), await serve({ DATABASE_URL })]
  const hubs = [first, second]
  expect(second.key).toBeUndefined()

  for (const name of ['latest-reports', 'one-district', 'whole-report', 'provinces-ranked', 'search']) {
    const query = readFileSync(new URL(`../../examples/${name}.graphql`, import.meta.url), 'utf8')
    expect(await second.ask(query), name).toEqual(await first.ask(query))
  }
  // Asked twice of each, so that the answers are kept.
  for (const hub of [...hubs, ...hubs]) expect(await hub.ask(COUNT)).toEqual({ reports: { totalCount: 5 } })

  let stored = 5
  for (const name of ['清源', '兴丰', '林校路', '观音寺', '天宫院', '高米店']) {
    const [writer, reader] = hubs.toSorted(() => (stored % 2 ? 1 : -1)) as [typeof first, typeof first]
    const text = street(name, stored)
    expect(await writer.ask(INGEST, first.key, { text })).toEqual({
      ingestReport: { __typename: 'IngestedReport', outcome: 'CREATED' },
    })
    stored += 1
    expect(await reader.ask(COUNT)).toEqual({ reports: { totalCount: stored } })
    expect(await reader.ask(FIGURES)).toEqual(await writer.ask(FIGURES))
  }

  // A revision shows in figures that both have kept.
  const revised = { text: street('清源', 1_000), revision: 1 }
  expect(await second.ask(INGEST, first.key, revised)).toMatchObject({ ingestReport: { outcome: 'REVISED' } })
  const { reports } = await first.ask<{ reports: { nodes: { applicationOutcomes: { value: number }[] }[] } }>(FIGURES)
  const values = reports.nodes.flatMap(({ applicationOutcomes }) => applicationOutcomes.map(({ value }) => value))
  expect(values.toSorted((one, other) => one - other)).toEqual([6, 7, 8, 9, 10, 1_000])

  for (const hub of hubs) hub.child.kill('SIGTERM')
  expect(await Promise.all(hubs.map(({ ended }) => ended))).toEqual([0, 0])
}, 180_000)
