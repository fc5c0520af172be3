import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from '../src/parse/parse.ts'
import { tableFindingsOf } from './rules/table-findings.ts'
import { hasSharedFolder, REPORTS, readSharedJson } from './shared-folder.ts'

const SAMPLES = join(import.meta.dirname, '../samples')

async function readSample(name: string) {
  const parsed = await parse({ bytes: readFileSync(join(SAMPLES, `${name}.txt`)) })
  if (!parsed.ok) throw new Error(`${name}: ${parsed.error.message}`)
  return parsed.report
}

describe('the reports of a first start', () => {
  it('are these, and nothing else', () => {
    expect(readdirSync(SAMPLES).sort()).toEqual(REPORTS.map((name) => `${name}.txt`))
  })

  it.each([
    ['chaoyang-2017', '110105', 2017, 'FORM_2014', 72, ['statistics.normative-documents-issued', 'statistics.staff']],
    ['daxing-2020', '110115', 2020, 'FORM_2019', 201, []],
    ['shijingshan-2022', '110107', 2022, 'FORM_2021', 200, []],
    ['tongzhou-2018', '110112', 2018, 'FORM_2014', 71, ['statistics.normative-documents-issued', 'statistics.answers']],
    ['xigong-2020', '410303', 2020, 'FORM_2019', 198, []],
  ])('%s tells its district, year and form, and breaks what the published one breaks', async (...expected) => {
    const [name, code, year, form, figures, broken] = expected
    const report = await readSample(name)
    expect([report.district?.code, report.year, report.form, report.figures.size]).toEqual([code, year, form, figures])
    expect(tableFindingsOf(report).map(({ ruleId }) => ruleId)).toEqual(broken)
  })

  it.skipIf(!hasSharedFolder).each(REPORTS)('%s has exactly the published figures', async (name) => {
    const { figures } = await readSharedJson<{ figures: Record<string, number> }>(`expected/${name}.json`)
    const report = await readSample(name)
    expect(Object.fromEntries([...report.figures].map(([path, { value }]) => [path, Number(value)]))).toEqual(figures)
  })
})

describe('their prose states the published facts, also those that contradict the tables', () => {
  it.each([
    ['tongzhou-2018', ['10965条', '659件', '信函446件', '可以公开110件', '在线访谈26期', '23.14%']],
    [
      'chaoyang-2017',
      ['工作人员224名', '专职52名', '兼职183名', '30.69%', '11.3%', '94230元', '判决撤销8件', '判决履行职责3件'],
    ],
    ['xigong-2020', ['行政复议和行政诉讼1起', '4325余条', '政府网站1038条']],
    ['daxing-2020', ['953件', '46件', '962件', '37件', '11087条']],
    ['shijingshan-2022', ['530件', '6件', '525件', '11件', '1725件', '1723件']],
  ])('%s', async (name, facts) => {
    const { sections } = await readSample(name)
    const prose = sections.map(({ text }) => text).join('\n')
    for (const fact of facts) expect(prose).toContain(fact)
  })
})
