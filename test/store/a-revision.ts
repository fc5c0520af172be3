import { districtByCode } from '../../src/domain/district-registry.ts'
import type { Figure } from '../../src/domain/figure.ts'
import type { FigurePath } from '../../src/domain/figure-paths.ts'
import type { Finding, Judgement } from '../../src/domain/finding.ts'
import type { Report } from '../../src/domain/report.ts'
import { OPERATOR } from '../../src/store/actor.ts'
import type { Database } from '../../src/store/database.ts'
import type { RevisionKey } from '../../src/store/revision-key.ts'
import type { NewRevision, Rules } from '../../src/store/save-report.ts'
import type { ReadRevision } from '../../src/store/stored-rows.ts'

export const stated = (value: string, line = 1): Figure => ({
  state: 'STATED',
  value,
  raw: value,
  at: { kind: 'TEXT', line, column: 2 },
})
export const blank: Figure = { state: 'BLANK', value: null, raw: '—', at: null }
export const unreadable: Figure = { state: 'UNREADABLE', value: null, raw: '约30', at: null }

/** A report of 大兴区 on 2020 with a figure of each family, and whatever the test says. */
export function aReport(given: Partial<Report> = {}): Report {
  return {
    district: { code: '110115', name: '北京市大兴区' },
    agency: { kind: 'GOVERNMENT', name: '大兴区人民政府' },
    year: 2020,
    form: 'FORM_2019',
    title: '2020年政府信息公开工作年度报告',
    period: { from: '2020-01-01', to: '2020-12-31' },
    figures: new Map<FigurePath, Figure>([
      ['disclosure.PROCUREMENT.AMOUNT', stated('28130.0902')],
      ['disclosure.LICENSING.CHANGE', stated('-15')],
      ['applications.RECEIVED.NATURAL_PERSON', { ...stated('953', 12), snippet: { index: 0, start: 7, end: 10 } }],
      ['applications.RECEIVED.TOTAL', blank],
      ['review.UPHELD', stated('0')],
      ['litigation.DIRECT.PENDING', unreadable],
    ]),
    unrecognisedRows: [
      { table: 'STATISTICS', label: '其他信息', values: ['条', '395', ''], at: { kind: 'TEXT', line: 5, column: 1 } },
    ],
    claims: [
      {
        subject: 'applications.RECEIVED.TOTAL',
        value: '953',
        unit: '件',
        approximate: false,
        scope: 'DISTRICT',
        sentence: '全区新受理依申请公开政府信息953件。',
        at: { kind: 'TEXT', line: 4, column: 1 },
      },
      {
        subject: 'disclosure.APPLICATION_FEES.AMOUNT',
        value: '70.5',
        unit: '元',
        approximate: true,
        scope: null,
        parts: ['70', '0.5'],
        sentence: '收取信息处理费约70.5元',
        at: null,
      },
    ],
    shares: [
      {
        percent: '23.10',
        part: { subject: 'applications.RECEIVED_IN_PERSON.TOTAL', value: '156' },
        whole: { subject: null, value: '674' },
        sentence: '当面申请156件，占23.10%。',
        at: { kind: 'TEXT', line: 6, column: 1 },
      },
      {
        percent: '5',
        part: { subject: 'review.UPHELD', value: null },
        whole: { subject: 'review.TOTAL', value: null },
        sentence: '维持占5%。',
        at: null,
      },
    ],
    sections: [{ heading: '一、总体情况', text: '概述', at: { kind: 'TEXT', line: 3, column: 1 } }],
    issues: [
      {
        code: 'cell.unreadable',
        message: 'Expected a number, got 约30.',
        paths: ['litigation.DIRECT.PENDING'],
        raw: '约30',
        at: null,
        snippet: { index: 1, start: 4, end: 7 },
      },
    ],
    snippets: ['新收申请数量\t953\t—', '尚未审结约30'],
    ...given,
  }
}

/** What becomes a revision: the text is all of its source. */
export function aRevision(text: string, given: Partial<NewRevision> = {}): NewRevision {
  const district = districtByCode('110115')
  if (!district) throw new Error('Expected 110115 in the registry.')
  return {
    district,
    year: 2020,
    report: aReport(),
    source: { kind: 'TEXT', name: null, mediaType: 'text/plain', bytes: Buffer.from(text), url: null },
    parserVersion: '1',
    reason: null,
    actor: OPERATOR,
    expectedRevision: null,
    ...given,
  }
}

/** A finding with everything that one can have, as it is stored. */
export const aFinding: Finding = {
  ruleId: 'prose.a-rule',
  severity: 'ERROR',
  message: '文中为 953.5 件 ≠ 表中 953',
  remedy: '文中应为 953',
  left: {
    paths: [],
    value: '953.5',
    year: null,
    statements: [
      { sentence: '全区新受理953.5件。', at: { kind: 'TEXT', line: 4, column: 1 } },
      { sentence: '共953.5件。', at: null },
    ],
  },
  right: { paths: ['applications.RECEIVED.NATURAL_PERSON', 'review.UPHELD'], value: '953', year: 2019, statements: [] },
  difference: '0.5',
  unit: '件',
  sameAs: ['disclosure.LICENSING.CHANGE'],
}

/** A judgement with that finding, a rule that holds and one that could not be weighed. */
export function aJudgement(given: Partial<Judgement> = {}): Judgement {
  return {
    rulesVersion: '1',
    status: 'ERRORS',
    held: ['a.rule'],
    broken: ['prose.a-rule'],
    unknown: ['another.rule'],
    findings: [aFinding],
    ...given,
  }
}

/** Rules that say the same of every report. */
export const sameRules: Rules = { judge: () => aJudgement() }

/** The row of a stored revision, as its lists are asked for by it. */
export function readRevision({ prisma }: Database, { agencyId, year, number }: RevisionKey): Promise<ReadRevision> {
  return prisma.revision.findUniqueOrThrow({
    where: { agencyId_year_number: { agencyId, year, number } },
    select: { agencyId: true, year: true, number: true, form: true, createdAt: true },
  })
}
