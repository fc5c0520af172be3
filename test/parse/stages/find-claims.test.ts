import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/domain/report.ts'
import { readReport } from '../read-report.ts'

const TITLE = '北京市大兴区人民政府2020年政府信息公开工作年度报告'

/** The claims of a text of the district's report on 2020, one line each: subject without TOTAL, value, unit, scope. */
async function claimsIn(...lines: string[]): Promise<string[]> {
  return said(await readReport([TITLE, ...lines].join('\n')))
}

function said({ claims }: Report): string[] {
  return claims.map(({ subject, approximate, value, unit, scope }) =>
    [
      subject.replace(/\.TOTAL$/, ''),
      `${approximate ? '~' : ''}${value}`,
      unit ?? '–',
      ...((scope ?? '') ? [scope] : []),
    ].join(' '),
  )
}

describe('a number that a sentence says plainly is a claim', () => {
  it.each<[string, string[]]>([
    ['2020年，共受理政府信息公开申请953件。', ['applications.RECEIVED 953 件']],
    [
      '全区共收到依申请1,234件，上年结转46件。',
      ['applications.RECEIVED 1234 件 DISTRICT', 'applications.CARRIED_IN 46 件 DISTRICT'],
    ],
    [
      '我局受理依申请公开政府信息12件，其中，已答复11件，结转2021年继续办理1件。',
      [
        'applications.RECEIVED 12 件 AGENCY',
        'applications.HANDLED_TOTAL 11 件 AGENCY',
        'applications.CARRIED_OVER 1 件 AGENCY',
      ],
    ],
    [
      '新受理申请953件；答复了962件，还有37件结转下年度继续办理。',
      ['applications.RECEIVED 953 件', 'applications.HANDLED_TOTAL 962 件', 'applications.CARRIED_OVER 37 件'],
    ],
    ['共收到政府信息公开申请100余件。', ['applications.RECEIVED ~100 件']],
    ['共收到政府信息公开申请近100件。', ['applications.RECEIVED ~100 件']],
    ['共收到政府信息公开申请100件以上。', ['applications.RECEIVED ~100 件']],
    [
      '因政府信息公开被申请行政复议12件，其中维持原行政行为4件，被纠正5件，其他结果1件，尚未审结2件。',
      ['review 12 件', 'review.UPHELD 4 件', 'review.CORRECTED 5 件', 'review.OTHER 1 件', 'review.PENDING 2 件'],
    ],
    [
      '因政府信息公开产生行政复议13件。其中维持具体行政行为的7件，被依法纠错的4件，其他情形的2件。',
      ['review 13 件', 'review.UPHELD 7 件', 'review.CORRECTED 4 件', 'review.OTHER 2 件'],
    ],
    ['全年收取依申请公开信息处理费用共70.5元。', ['disclosure.APPLICATION_FEES.AMOUNT 70.5 元']],
  ])('%s', async (sentence, claims) => expect(await claimsIn(sentence)).toEqual(claims))

  it('and keeps its sentence as printed, with the place where it begins', async () => {
    const { claims, figures } = await readReport(`${TITLE}\n工作扎实。全区共受理 政府信息公开申请９５３件。`)
    expect(claims).toEqual([
      {
        subject: 'applications.RECEIVED.TOTAL',
        value: '953',
        unit: '件',
        approximate: false,
        scope: 'DISTRICT',
        sentence: '全区共受理 政府信息公开申请９５３件。',
        at: { kind: 'TEXT', line: 2, column: 6 },
      },
    ])
    expect(figures.size).toBe(0)
  })
})

describe('a sentence that does not say plainly what it counts gives no claim', () => {
  it.each([
    '2019年共受理政府信息公开申请870件。',
    '受理政府信息公开申请同比增加83件。',
    '自2008年以来累计受理政府信息公开申请5000件。',
    '不予受理政府信息公开申请3件。',
    '共收到网民留言1725条，已答复1723条，2件正在办理中。',
    '办理人大代表建议和政协提案126件，已答复126件。',
    '全区法院审结行政诉讼案件85件。',
    '区政府办理行政复议案件85件，维持70件。',
    '主动公开政府信息11087条。',
    '收到咨询、申请和举报共50件。',
    '发生2起行政复议和行政诉讼，与政府信息公开有关。',
    '公民可以依法申请行政复议或者提起行政诉讼。',
    '制定《政府信息公开申请办理规范》第3项。',
  ])('%s', async (sentence) => expect(await claimsIn(sentence)).toEqual([]))

  it('nor does one that says it twice with different numbers', async () => {
    expect(await claimsIn('因政府信息公开被提起行政诉讼5件，其中维持2件，维持3件。')).toEqual(['litigation.ALL 5 件'])
  })

  it('nor 其他 and 纠正 in a list that is finer than the form', async () => {
    const list = '因政府信息公开被申请行政复议97件:维持42件,撤销25件,确认违法3件,其他情形3件。'
    expect(await claimsIn(list)).toEqual(['review 97 件', 'review.UPHELD 42 件'])
  })
})

describe('samples', () => {
  it.each<[string, string[]]>([
    [
      'daxing-2020',
      [
        'applications.RECEIVED 953 件',
        'applications.CARRIED_IN 46 件',
        'applications.HANDLED_TOTAL 962 件',
        'applications.CARRIED_OVER 37 件',
      ],
    ],
    ['xigong-2020', ['applications.RECEIVED 13 件', 'review 1 起', 'litigation.ALL 1 起']],
    [
      'tongzhou-2018',
      [
        'applications.RECEIVED 674 件 DISTRICT',
        'applications.RECEIVED 224 件 AGENCY',
        'applications.RECEIVED_BY_LETTER 446 件',
        'review.UPHELD 7 件',
        'litigation.ALL.CORRECTED 2 件',
      ],
    ],
    ['chaoyang-2017', ['applications.RECEIVED 2555 件 DISTRICT', 'review 97 件', 'litigation.ALL 91 件']],
    [
      'shijingshan-2022',
      [
        'applications.RECEIVED 530 件 DISTRICT',
        'applications.CARRIED_IN 6 件 DISTRICT',
        'applications.HANDLED_TOTAL 525 件 DISTRICT',
        'applications.CARRIED_OVER 11 件 DISTRICT',
        'review 12 件',
        'review.PENDING 2 件',
        'litigation.ALL 24 件',
        'litigation.DIRECT 20 件',
        'litigation.AFTER_REVIEW 4 件',
      ],
    ],
  ])('%s', async (name, claims) => {
    const report = await readReport(await readFile(join(import.meta.dirname, `../../../samples/${name}.txt`)))
    expect(said(report)).toEqual(expect.arrayContaining(claims))
  })
})

it('keeps a row that the form does not have, with its values and its place', async () => {
  const report = await readReport(
    [
      TITLE,
      '一、本年新收政府信息公开申请数量\t860\t76\t1\t4\t10\t2\t953',
      '本地自设的一行\t1\t2\t/\t4\t5\t6\t约7',
      '二、上年结转政府信息公开申请数量\t46\t0\t0\t0\t0\t0\t46',
    ].join('\n'),
  )
  expect(report.unrecognisedRows).toEqual([
    {
      table: 'APPLICATIONS',
      label: '本地自设的一行',
      values: ['1', '2', '/', '4', '5', '6', '约7'],
      at: { kind: 'TEXT', line: 3, column: 1 },
    },
  ])
})
