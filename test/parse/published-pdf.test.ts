import { beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/domain/report.ts'
import { hasSharedFolder, readShared, readSharedJson } from '../shared-folder.ts'
import { readReport } from './read-report.ts'

interface Expected {
  readonly district: { readonly code: string; readonly name: string }
  readonly year: number
  readonly form: string
  readonly figures: Readonly<Record<string, number>>
}

describe.skipIf(!hasSharedFolder)('a published PDF file (洪泽区 2023)', () => {
  let report: Report
  let expected: Expected
  beforeAll(async () => {
    report = await readReport(await readShared('published/hongze-2023.pdf'))
    expected = await readSharedJson('published/expected/hongze-2023.json')
  })

  it('gives each of its 186 figures as printed, wrong totals included, and no other', () => {
    const read = Object.fromEntries([...report.figures].map(([path, { value }]) => [path, value]))
    const checked = Object.fromEntries(Object.entries(expected.figures).map(([path, value]) => [path, String(value)]))
    expect(read).toEqual(checked)
    expect(report.figures.size).toBe(186)
    expect(report.figures.get('review.UPHELD')?.value).toBe('10')
    expect(report.figures.get('review.TOTAL')?.value).toBe('0')
  })

  it('tells whose report it is, of what year, on what form', () => {
    expect(report.district).toEqual({ code: '320813', name: '淮安市洪泽区' })
    expect(report.district).toEqual(expected.district)
    expect(report.year).toBe(2023)
    expect(report.form).toBe('FORM_2021')
    expect(report.title).toBe('洪泽区人民政府2023年政府信息公开工作年度报告')
  })

  it('takes the misprinted label for the row that it is most like, and says so', () => {
    const issue = report.issues.find(({ raw }) => raw?.includes('其他法律行政止公开'))
    expect(issue?.message).toContain('其他法律行政法规禁止公开')
  })

  it('shows each figure in the box of its cell', () => {
    const at = report.figures.get('disclosure.ADMINISTRATIVE_FEES.AMOUNT')?.at
    if (at?.kind !== 'PAGE') throw new Error('Expected a place on a page.')
    const [left, top, width, height] = at.box
    expect(at.page).toBe(3)
    // The page prints 7730.28 from (355, 294) to (394, 294).
    expect(left).toBeLessThan(355)
    expect(left + width).toBeGreaterThan(394)
    expect(top).toBeLessThan(284)
    expect(top + height).toBeGreaterThan(294)
    expect(height).toBeLessThan(40)
  })

  it('takes no page mark for text or for a figure', () => {
    const texts = report.sections.map(({ text }) => text).join('\n')
    expect(texts).not.toMatch(/^- ?\d ?-$/m)
  })
})
