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

/** The claims of a text that stands over the 2014 form. */
async function claimsOver2014(...lines: string[]): Promise<string[]> {
  return claimsIn(...lines, '政府信息公开情况统计表', '统计指标\t单位\t统计数', '（一）主动公开政府信息数\t条\t12')
}

function said({ claims }: Report): string[] {
  return claims.map(({ subject, approximate, value, parts, unit, scope }) =>
    [
      subject.replace(/\.(?:TOTAL|COUNT)$/, ''),
      `${approximate ? '~' : ''}${value}${parts === undefined ? '' : `=${parts.join('+')}`}`,
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
    [
      '共受理办理政府信息公开申请41件。其中，2020年新收政府信息公开申请36件，上年结转5件。',
      ['applications.RECEIVED 36 件', 'applications.CARRIED_IN 5 件'],
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
    [
      '因政府信息公开被申请行政复议十二件，其中维持四件，纠正五件，其他结果一件，尚未审结两件。',
      ['review 12 件', 'review.UPHELD 4 件', 'review.CORRECTED 5 件', 'review.OTHER 1 件', 'review.PENDING 2 件'],
    ],
    ['因信息公开引起的行政复议31件、行政诉讼4件。', ['review 31 件', 'litigation.ALL 4 件']],
    [
      '因政府信息公开被提起行政诉讼6件，其中未经复议直接起诉4件，结果维持3件，尚未审结1件，复议后起诉2件，结果维持2件。',
      [
        'litigation.ALL 6 件',
        'litigation.DIRECT 4 件',
        'litigation.DIRECT.UPHELD 3 件',
        'litigation.DIRECT.PENDING 1 件',
        'litigation.AFTER_REVIEW 2 件',
        'litigation.AFTER_REVIEW.UPHELD 2 件',
      ],
    ],
    [
      '因政府信息公开被提起行政诉讼6件（未经复议直接起诉4件，复议后起诉2件），其中维持5件，尚未审结1件。',
      [
        'litigation.ALL 6 件',
        'litigation.DIRECT 4 件',
        'litigation.AFTER_REVIEW 2 件',
        'litigation.ALL.UPHELD 5 件',
        'litigation.ALL.PENDING 1 件',
      ],
    ],
    ['全年主动公开政府信息1.2万余条。', ['disclosure.PROACTIVE ~12000 条']],
    ['全年累计主动公开政府信息1280条。', ['disclosure.PROACTIVE 1280 条']],
    ['2020年大兴区共主动公开政府信息1280条。', ['disclosure.PROACTIVE 1280 条']],
    ['自2020年1月1日起至2020年12月31日止共收到政府信息公开申请16件。', ['applications.RECEIVED 16 件']],
    ['本局接到4起针对本部门有关政府信息公开的申请。', ['applications.RECEIVED 4 起 AGENCY']],
    ['开展意见征集15期、开展在线访谈26期。', ['disclosure.RESPONSE_ONLINE_INTERVIEWS 26 期']],
    [
      '举办新闻发布会5场，发布政策解读材料31篇。',
      ['disclosure.RESPONSE_PRESS_CONFERENCES 5 场', 'disclosure.RESPONSE_POLICY_INTERPRETATIONS 31 篇'],
    ],
    [
      '制定规范性文件3件，废止1件，现行有效12件。',
      [
        'disclosure.NORMATIVE_DOCUMENTS.ISSUED 3 件',
        'disclosure.NORMATIVE_DOCUMENTS.REPEALED 1 件',
        'disclosure.NORMATIVE_DOCUMENTS.IN_FORCE 12 件',
      ],
    ],
    [
      '全区从事政府信息公开工作人员30名，其中专职人员8名、兼职人员22名。政府信息公开专项经费94230元。',
      [
        'disclosure.STAFF 30 名 DISTRICT',
        'disclosure.STAFF_FULL_TIME 8 名 DISTRICT',
        'disclosure.STAFF_PART_TIME 22 名 DISTRICT',
        'disclosure.BUDGET.AMOUNT 94230 元',
      ],
    ],
    [
      '召开政府信息公开工作会议或专题会议12次，举办各类培训班5次，培训310人。',
      ['disclosure.MEETINGS 12 次', 'disclosure.TRAINING_CLASSES 5 次', 'disclosure.TRAINEES 310 人'],
    ],
    ['全区共接到与政府信息公开有关举报17件。', ['disclosure.COMPLAINTS 17 件 DISTRICT']],
  ])('%s', async (sentence, claims) => expect(await claimsIn(sentence)).toEqual(claims))

  it.each<[string, string[]]>([
    ['未发生因政府信息公开申请行政复议、提起行政诉讼的情况。', ['review 0 –', 'litigation.ALL 0 –']],
    ['无信息公开类行政复议及诉讼案件。', ['review 0 –', 'litigation.ALL 0 –']],
    ['2020年，没有接到公民要求公开政府信息的申请。', ['applications.RECEIVED 0 –']],
    ['未收取依申请公开信息的任何费用。', ['disclosure.APPLICATION_FEES.AMOUNT 0 –']],
  ])('none, where the words say so plainly: %s', async (sentence, claims) => {
    expect(await claimsIn(sentence)).toEqual(claims)
  })

  it("by the label of the form's row, commas and all", async () => {
    const sentence =
      '重点领域公开政府信息80条；主动公开保障性安居工程建设计划、项目开工和竣工情况，保障性住房的分配和退出等信息数65条。'
    expect(await claimsOver2014(sentence)).toEqual(['disclosure.KEY_AREAS 80 条', 'disclosure.KEY_AREA_HOUSING 65 条'])
  })

  it('beside the 2014 form in the words of its rows', async () => {
    expect(
      await claimsOver2014(
        '共收到政府信息公开申请20件，其中按时办结12件，延期办结3件；同意公开答复的9件，申请信息不存在的4件。',
      ),
    ).toEqual([
      'applications.RECEIVED 20 件',
      'applications.CLOSED_ON_TIME 12 件',
      'applications.CLOSED_EXTENDED 3 件',
      'applications.GRANTED 9 件',
      'applications.DOES_NOT_EXIST 4 件',
    ])
  })

  it('as the sum of a list that is finer than the form, where every item is told apart and all make the total', async () => {
    const list = (last: string) =>
      `因政府信息公开的行政诉讼案20件。其中，判决驳回诉讼请求9件，判决撤销5件，责令履行法定职责2件，裁定撤诉3件，${last}。`
    expect(await claimsIn(list('其他情形1件'))).toEqual([
      'litigation.ALL 20 件',
      'litigation.ALL.UPHELD 9 件',
      'litigation.ALL.CORRECTED 7=5+2 件',
    ])
    expect(await claimsIn(list('其他情形2件'))).toEqual(['litigation.ALL 20 件', 'litigation.ALL.UPHELD 9 件'])
    expect(await claimsIn(list('发回1件'))).toEqual(['litigation.ALL 20 件', 'litigation.ALL.UPHELD 9 件'])
  })

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
    '收到咨询、申请和举报共50件。',
    '发生2起行政复议和行政诉讼，与政府信息公开有关。',
    '公民可以依法申请行政复议或者提起行政诉讼。',
    '制定《政府信息公开申请办理规范》第3项。',
    '通过区政府网站主动公开政府信息1038条。',
    '区教育局主动公开政府信息35条。',
    '截至2020年底，累计主动公开政府信息8000条。',
    '区教育局收到政府信息公开申请5件，通过网站收到政府信息公开申请30件。',
    '办理涉及政府信息公开的行政复议案件30件。',
    '全年共受理政府信息公开申请13件（含上年结转的，不另计）。',
    '对年度报告进行图文解读共42篇。',
    '未发生因政府信息公开被纠正的行政复议。',
    '未收到减免政府信息公开费用的申请。',
    '区教育局未收到政府信息公开申请。',
    '政府信息公开栏目点击量占比75%。',
    '1-10月，收到政府信息公开申请9件。',
    '今年以来，收到政府信息公开申请9件。',
    '区政府网站发布信息5000条，其中主动公开政府信息3000条。',
    '全区行政机关应诉行政诉讼案件85件，其中政府信息公开类12件。',
    '作为复议机关收到涉及政府信息公开的行政复议案件12件。',
  ])('%s', async (sentence) => expect(await claimsIn(sentence)).toEqual([]))

  it('nor does one that says it twice with different numbers', async () => {
    expect(await claimsIn('因政府信息公开被提起行政诉讼5件，其中维持2件，维持3件。')).toEqual(['litigation.ALL 5 件'])
  })

  it('nor one of a part of what was counted before it', async () => {
    const sentence = '收到政府信息公开申请40件，其中，本部门收到政府信息公开申请12件，非本机关掌握3件。'
    expect(await claimsIn(sentence)).toEqual(['applications.RECEIVED 40 件'])
  })

  it('nor 按期答复 beside what was answered later', async () => {
    const sentence = (rest: string) => `收到政府信息公开申请62件，按期答复60件${rest}。`
    expect(await claimsIn(sentence(''))).toEqual(['applications.RECEIVED 62 件', 'applications.HANDLED_TOTAL 60 件'])
    expect(await claimsIn(sentence('，延期答复2件'))).toEqual(['applications.RECEIVED 62 件'])
  })

  it('nor results that follow reviews and suits at once', async () => {
    const sentence = '因政府信息公开被申请行政复议5宗、提起行政诉讼2宗，其中维持3宗，尚未审结1宗。'
    expect(await claimsIn(sentence)).toEqual(['review 5 宗', 'litigation.ALL 2 宗'])
  })

  it('nor 予以公开 beside the 2014 form, where it often counts what is already public', async () => {
    const sentence = '共收到政府信息公开申请20件，其中予以公开9件，部分公开2件。'
    expect(await claimsOver2014(sentence)).toEqual(['applications.RECEIVED 20 件', 'applications.PARTLY_GRANTED 2 件'])
    expect(await claimsIn(sentence)).toContain('applications.GRANTED 9 件')
  })

  it('nor 其他 and 纠正 in a list that is finer than the form', async () => {
    const list = '因政府信息公开被申请行政复议97件:维持42件,撤销25件,确认违法3件,其他情形3件。'
    expect(await claimsIn(list)).toEqual(['review 97 件', 'review.UPHELD 42 件'])
  })
})

describe('what became of the requests, as the forms since 2019 part it', () => {
  it.each<[string, string[]]>([
    [
      '收到政府信息公开申请60件，其中，自然人申请52件，法人或其他组织申请8件；上年结转4件。',
      [
        'applications.RECEIVED 60 件',
        'applications.RECEIVED.NATURAL_PERSON 52 件',
        'applications.RECEIVED.ORGANIZATION 8 件',
        'applications.CARRIED_IN 4 件',
      ],
    ],
    [
      '收到政府信息公开申请60件，不予公开7件、无法提供9件、不予处理5件、作其他处理3件、转下年度办理6件。',
      [
        'applications.RECEIVED 60 件',
        'applications.REFUSED 7 件',
        'applications.UNABLE 9 件',
        'applications.NOT_PROCESSED 5 件',
        'applications.OTHER 3 件',
        'applications.CARRIED_OVER 6 件',
      ],
    ],
    [
      '收到政府信息公开申请60件，其中属于行政查询事项2件，本机关不掌握11件，补正后仍不明确1件，信访举报投诉类3件。',
      [
        'applications.RECEIVED 60 件',
        'applications.REFUSED_ADMINISTRATIVE_QUERY 2 件',
        'applications.UNABLE_NOT_HELD 11 件',
        'applications.UNABLE_STILL_UNCLEAR 1 件',
        'applications.NOT_PROCESSED_PETITION 3 件',
      ],
    ],
    [
      '新收政府信息公开申请60件。加上上年结转4件，共需办理64件；已办结58件，其余6件结转至2021年办理。',
      [
        'applications.RECEIVED 60 件',
        'applications.CARRIED_IN 4 件',
        'applications.AT_HAND 64 件',
        'applications.HANDLED_TOTAL 58 件',
        'applications.CARRIED_OVER 6 件',
      ],
    ],
    [
      '加上上年结转4件，共收到政府信息公开申请64件，另有6件按规定结转下一年度办理。',
      ['applications.CARRIED_OVER 6 件'],
    ],
    [
      '共收到政府信息公开申请60件。2019年结转4件，2020年共答复58件。',
      ['applications.RECEIVED 60 件', 'applications.CARRIED_IN 4 件', 'applications.HANDLED_TOTAL 58 件'],
    ],
    [
      '收到政府信息公开申请60件。办结的申请中，予以公开21件。',
      ['applications.RECEIVED 60 件', 'applications.GRANTED 21 件'],
    ],
    [
      '共办理政府信息公开申请64件，其中新收60件，上年结转4件。',
      ['applications.AT_HAND 64 件', 'applications.RECEIVED 60 件', 'applications.CARRIED_IN 4 件'],
    ],
    ['新收政府信息公开申请60件，其中区政府（办公室）新收12件，办结11件。', ['applications.RECEIVED 60 件']],
    ['58件已办结申请，部分公开4件。', ['applications.HANDLED_TOTAL 58 件', 'applications.PARTLY_GRANTED 4 件']],
    [
      '全区收到政府信息公开申请60件（区本级14件），上年结转4件。',
      [
        'applications.RECEIVED 60 件 DISTRICT',
        'applications.RECEIVED 14 件 AGENCY',
        'applications.CARRIED_IN 4 件 DISTRICT',
      ],
    ],
    [
      '未经复议直接起诉的政府信息公开行政诉讼案件6件，复议后起诉的2件。',
      ['litigation.DIRECT 6 件', 'litigation.AFTER_REVIEW 2 件'],
    ],
    ['政府信息公开行政复议案件5件、诉讼案件3件。', ['review 5 件', 'litigation.ALL 3 件']],
    ['因信息公开被复议5件，尚未审结1件。', ['review 5 件', 'review.PENDING 1 件']],
    [
      '因政府信息公开被行政复议5件，纠错2件；行政诉讼案件3件，一审2件，二审1件。',
      ['review 5 件', 'review.CORRECTED 2 件', 'litigation.ALL 3 件'],
    ],
    [
      '三、行政复议5件，维持3件，纠错1件，其他1件。',
      ['review 5 件', 'review.UPHELD 3 件', 'review.CORRECTED 1 件', 'review.OTHER 1 件'],
    ],
    [
      '收到政府信息公开申请60件，已按规定办结58件，21件予以公开。',
      ['applications.RECEIVED 60 件', 'applications.HANDLED_TOTAL 58 件', 'applications.GRANTED 21 件'],
    ],
    ['区行政复议机关收到行政复议申请203件，其中涉及政府信息公开的17件。', []],
    ['区府办公室收到政府信息公开申请23件，上年结转1件，办结22件，予以公开10件，不予公开2件。', []],
    ['收到政府信息公开申请60件；2019年收到申请50件，其中当面申请12件、网络申请20件。', ['applications.RECEIVED 60 件']],
    ['收到政府信息公开申请60件。受理群众诉求245件。答复240件，正在办理5件。', ['applications.RECEIVED 60 件']],
    ['收到政府信息公开申请60件。办理代表建议45件，予以公开40件。不予公开5件。', ['applications.RECEIVED 60 件']],
    ['被申请行政复议78件（其中政府信息公开13件）；被提起行政诉讼65件（其中政府信息公开22件）。', []],
    ['行政复议案件15件、行政诉讼案件22件，其中涉信息公开的分别为2件和3件。', []],
    ['行政诉讼案件22件，其中涉及信息公开的行政诉讼3件。', ['litigation.ALL 3 件']],
    ['行政复议案件3件，维持2件，均与政府信息公开无关。', []],
    ['清理规范性文件60件，其中予以公开40件，不予公开12件，其他处理8件。', []],
    ['处理12345工单60件，其中无法提供5件，不予处理3件。', []],
  ])('%s', async (sentence, claims) => expect(await claimsIn(sentence)).toEqual(claims))

  it('also item by item', async () => {
    expect(
      await claimsIn(
        '收到政府信息公开申请60件，办结58件。',
        '1．予以公开21件；',
        '2．不予公开8件，其中保护第三方合法权益3件；',
      ),
    ).toEqual([
      'applications.RECEIVED 60 件',
      'applications.HANDLED_TOTAL 58 件',
      'applications.GRANTED 21 件',
      'applications.REFUSED 8 件',
      'applications.REFUSED_THIRD_PARTY_RIGHTS 3 件',
    ])
  })

  it('also where the part of one body comes between', async () => {
    expect(
      await claimsIn(
        '共收到政府信息公开申请60件，其中区城管委收到12件。全年共答复58件。',
        '二、依申请公开',
        '全年共答复57件。',
      ),
    ).toEqual(['applications.RECEIVED 60 件', 'applications.HANDLED_TOTAL 58 件', 'applications.HANDLED_TOTAL 57 件'])
  })

  it('and the channels of the form of 2014', async () => {
    expect(
      await claimsOver2014(
        '主动公开政府信息90条，政府网站公开70条、政务微博公开8条，其他方式公开5条。',
        '政府网站公开政策20条。',
      ),
    ).toEqual([
      'disclosure.PROACTIVE 90 条',
      'disclosure.CHANNEL_WEBSITE 70 条',
      'disclosure.CHANNEL_WEIBO 8 条',
      'disclosure.CHANNEL_OTHER 5 条',
    ])
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
        'applications.HANDLED_TOTAL 659 件',
        'applications.GRANTED 110 件',
        'disclosure.PROACTIVE 10965 条 DISTRICT',
        'disclosure.RESPONSE_ONLINE_INTERVIEWS 26 期',
        'review.UPHELD 7 件',
        'litigation.ALL.CORRECTED 2 件',
      ],
    ],
    [
      'chaoyang-2017',
      [
        'applications.RECEIVED 2555 件 DISTRICT',
        'review 97 件',
        'review.CORRECTED 30=25+3+2 件',
        'litigation.ALL 91 件',
        'litigation.ALL.CORRECTED 11=8+3 件',
        'disclosure.STAFF 224 名 DISTRICT',
        'disclosure.STAFF_PART_TIME 183 名 DISTRICT',
        'disclosure.BUDGET.AMOUNT 94230 元',
      ],
    ],
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
