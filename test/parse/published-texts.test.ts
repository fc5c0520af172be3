import { beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/domain/report.ts'
import { hasSharedFolder, REPORTS, readShared, readSharedJson } from '../shared-folder.ts'
import { expectIssue, issueCodes, readReport, valueAt } from './read-report.ts'

interface Expected {
  readonly district: { readonly code: string; readonly name: string }
  readonly issuer: string
  readonly year: number
  readonly form: string
  readonly figures: Readonly<Record<string, number>>
}

describe.skipIf(!hasSharedFolder)('the published texts', () => {
  describe.each(REPORTS)('%s', (name) => {
    let report: Report
    let expected: Expected
    let lines: string[]
    beforeAll(async () => {
      const source = await readShared(`seeds/${name}.txt`)
      lines = source.toString('utf8').split('\n')
      report = await readReport(source)
      expected = await readSharedJson(`expected/${name}.json`)
    })

    it('gives every figure with exactly its value, and no other figure', () => {
      const read = Object.fromEntries([...report.figures].map(([path, { value }]) => [path, value]))
      const checked = Object.fromEntries(Object.entries(expected.figures).map(([path, value]) => [path, String(value)]))
      expect(read).toEqual(checked)
    })

    it('shows each figure at its line and column, as it is printed there', () => {
      for (const { raw, at } of report.figures.values()) {
        if (at?.kind !== 'TEXT') throw new Error('Expected a place in the text.')
        expect(lines[at.line - 1]?.slice(at.column - 1, at.column - 1 + raw.length)).toBe(raw)
      }
    })

    it('tells whose report it is, of what year, on what form', () => {
      expect(report.district).toEqual(expected.district)
      expect(report.agency).toEqual({ kind: 'GOVERNMENT', name: expected.issuer })
      expect(report.year).toBe(expected.year)
      expect(report.form).toBe(expected.form)
      expect(report.title).toMatch(/政府信息公开工作年度报告$/)
    })
  })

  it('are 742 figures together', async () => {
    const all = await Promise.all(REPORTS.map((name) => readSharedJson<Expected>(`expected/${name}.json`)))
    expect(all.reduce((sum, { figures }) => sum + Object.keys(figures).length, 0)).toBe(742)
  })

  describe('xigong-2020, whose rows have six, seven and eight cells', () => {
    let report: Report
    beforeAll(async () => {
      report = await readReport(await readShared('seeds/xigong-2020.txt'))
    })

    it('notes each of the twenty rows that has not seven values, and what it printed', () => {
      const wrong = report.issues.filter(({ code }) => code === 'row.cell-count')
      expect(wrong).toHaveLength(20)
      expect(wrong[0]?.message).toContain('got 8')
      expect(wrong[2]?.message).toContain('got 6')
      expect(wrong[2]?.paths).toContain('applications.GRANTED.NATURAL_PERSON')
      expect(wrong[2]?.at).toEqual({ kind: 'TEXT', line: 53, column: 11 })
    })

    it('gives 10 to natural persons, since no commercial enterprise applied at all', () => {
      expect(valueAt(report, 'applications.GRANTED.NATURAL_PERSON')).toBe('10')
      expect(valueAt(report, 'applications.GRANTED.COMMERCIAL_ENTERPRISE')).toBe('0')
      expect(valueAt(report, 'applications.GRANTED.TOTAL')).toBe('10')
    })

    it('takes 其他法律法规禁止公开 for the row of the form, and says so', () => {
      expectIssue(report, 'label.alias')
      expect(report.issues.find(({ code }) => code === 'label.alias')?.raw).toBe('2.其他法律法规禁止公开')
    })
  })

  it('chaoyang-2017: notes once that the unit column is empty', async () => {
    const report = await readReport(await readShared('seeds/chaoyang-2017.txt'))
    expect(issueCodes(report)).toEqual(['unit.missing'])
  })

  it.each(['daxing-2020', 'shijingshan-2022', 'tongzhou-2018'])('%s: nothing to note', async (name) => {
    expect(issueCodes(await readReport(await readShared(`seeds/${name}.txt`)))).toEqual([])
  })

  it('tongzhou-2018: states its period', async () => {
    const report = await readReport(await readShared('seeds/tongzhou-2018.txt'))
    expect(report.period).toEqual({ from: '2018-01-01', to: '2018-12-31' })
  })

  it('shijingshan-2022: finds the chapters that have lost their numbers, and leaves tables out of their text', async () => {
    const { sections } = await readReport(await readShared('seeds/shijingshan-2022.txt'))
    expect(sections.map(({ heading }) => heading)).toEqual([
      null,
      '总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '政府信息公开行政复议、行政诉讼情况',
      '五、存在的问题及改进措施',
      '六、其他需要报告的事项',
    ])
    expect(sections[1]?.text).toContain('共受理依申请530件')
    expect(sections[3]?.text).toBe('')
    expect(sections[6]?.at).toEqual({ kind: 'TEXT', line: 429, column: 1 })
  })
})
