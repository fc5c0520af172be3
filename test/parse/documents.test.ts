import { describe, expect, it } from 'vitest'
import type { FigurePath } from '../../src/domain/figure-paths.ts'
import { expectIssue, issueCodes, readReport, rowOf, valueAt } from './read-report.ts'

const TITLE = '洛阳市西工区人民政府2021年政府信息公开工作年度报告'
const document = (...lines: string[]) => readReport([TITLE, ...lines].join('\n'))

describe('whose report it is', () => {
  it.each([
    ['北京市大兴区人民政府2020年政府信息公开工作年度报告', '110115', 'GOVERNMENT', '北京市大兴区人民政府'],
    ['大兴区2020年政府信息公开工作年度报告', '110115', 'GOVERNMENT', '北京市大兴区人民政府'],
    ['西工区人民政府2020年度政府信息公开工作年度报告', '410303', 'GOVERNMENT', '西工区人民政府'],
    ['江苏省淮安市洪泽区2023年政府信息公开工作年度报告', '320813', 'GOVERNMENT', '淮安市洪泽区人民政府'],
    ['宿迁市人民政府2023年政府信息公开工作年度报告', '321300', 'GOVERNMENT', '宿迁市人民政府'],
    ['河南省济源市2021年政府信息公开工作年度报告', '419001', 'GOVERNMENT', '河南省济源市人民政府'],
    ['密云县2012年政府信息公开工作年度报告', '110228', 'GOVERNMENT', '北京市密云县人民政府'],
    ['大兴区司法局2020年政府信息公开工作年度报告', '110115', 'DEPARTMENT', '大兴区司法局'],
    ['北京市大兴区黄村镇人民政府2020年政府信息公开工作年度报告', '110115', 'TOWNSHIP', '北京市大兴区黄村镇人民政府'],
    ['大兴区清源街道办事处2020年政府信息公开工作年度报告', '110115', 'STREET', '大兴区清源街道办事处'],
    ['大兴区人民政府办公室2020年政府信息公开工作年度报告', '110115', 'DEPARTMENT', '大兴区人民政府办公室'],
  ])('%s', async (title, code, kind, name) => {
    const { district, agency } = await readReport(`${title}\n一、总体情况\n本年无申请。`)
    expect(district?.code).toBe(code)
    expect(agency).toEqual({ kind, name })
  })

  it.each([
    ['the preface', '现将清江浦区人民政府2021年政府信息公开工作年度报告予以公布。', '320812'],
    [
      'a long sentence',
      '按照要求,清江浦区政务公开领导小组办公室编制了清江浦区人民政府2021年度政府信息公开工作年度报告。',
      '320812',
    ],
    ['the signature', '2021年，我区认真贯彻条例。\n淮安市清江浦区人民政府', '320812'],
    ['a heading', '宿迁市 政务公开年报⽐对\n2021 年报告', '321300'],
    ['the website', '2021年，我办认真贯彻条例。本报告可从龙游县人民政府门户网站下载。', '330825'],
  ])('is told by %s when there is no title', async (_, text, code) => {
    const report = await readReport(`${text}\n一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1`)
    expect(report.district?.code).toBe(code)
    expect(report.agency?.kind).toBe('GOVERNMENT')
  })

  it('keeps the body that the title names when another line tells the district', async () => {
    const text = '区财政局2020年政府信息公开工作年度报告\n一、总体情况\n本报告在大兴区人民政府网站公布。'
    const { district, agency } = await readReport(text)
    expect(district?.code).toBe('110115')
    expect(agency).toEqual({ kind: 'DEPARTMENT', name: '区财政局' })
  })

  it('takes the lines above a bare title for its issuer, and no more of them than it needs', async () => {
    const text = '区政府办公室\n宜宾市翠屏区人民政府办公室\n2021年政府信息公开工作年度报告\n一、总体情况\n无。'
    const { title, agency } = await readReport(text)
    expect(title).toBe('宜宾市翠屏区人民政府办公室2021年政府信息公开工作年度报告')
    expect(agency?.kind).toBe('DEPARTMENT')
  })

  it('resolves a name that several districts bear by the city that the text names', async () => {
    const { district } = await readReport(
      '朝阳区2019年政府信息公开工作年度报告\n一、总体情况\n长春市朝阳区认真贯彻条例。',
    )
    expect(district).toEqual({ code: '220104', name: '长春市朝阳区' })
  })

  it('does not guess: without a context it names the candidates', async () => {
    const report = await readReport('鼓楼区2019年政府信息公开工作年度报告\n一、总体情况\n我区认真贯彻条例。')
    expect(report.district).toBeNull()
    expectIssue(report, 'district.ambiguous')
    const [issue] = report.issues
    for (const candidate of [
      '南京市鼓楼区 (320106)',
      '徐州市鼓楼区 (320302)',
      '福州市鼓楼区 (350102)',
      '开封市鼓楼区 (410204)',
    ]) {
      expect(issue?.message).toContain(candidate)
    }
  })

  it('says so when the title names no district', async () => {
    const report = await readReport('政府信息公开工作年度报告（2019年度）\n一、总体情况\n我局认真贯彻条例。')
    expect(report.district).toBeNull()
    expect(report.year).toBe(2019)
    expectIssue(report, 'district.unknown')
  })
})

describe('its year', () => {
  it.each([
    ['大兴区二〇二〇年政府信息公开工作年度报告', 2020],
    ['大兴区二○一八年政府信息公开年报', 2018],
    ['大兴区政府信息公开工作报告', null],
    ['关于大兴区信息公开\n现公布2020年政府信息公开工作年度报告。', 2020],
    ['2020年大兴区政府\n信息公开工作年度报告\n2021年1月', 2020],
  ])('%s', async (title, year) => {
    expect((await readReport(`${title}\n一、总体情况\n年报。`)).year).toBe(year)
  })

  it('is that of the period, whose second year may be left out', async () => {
    const report = await readReport('大兴区政府信息公开年报\n统计时限为2023年1月1日至12月31日。')
    expect(report.year).toBe(2023)
    expect(report.period).toEqual({ from: '2023-01-01', to: '2023-12-31' })
  })

  it('is told by the title, and the period that says otherwise is noted', async () => {
    const report = await document('统计期限自2020年1月1日起，至2020年12月31日止。')
    expect(report.year).toBe(2021)
    expect(report.period).toEqual({ from: '2020-01-01', to: '2020-12-31' })
    expectIssue(report, 'year.conflict')
  })
})

describe('tables', () => {
  it('a report without any is kept with its sections, no figures, and an issue', async () => {
    const report = await readReport('大兴区2009年政府信息公开工作年度报告\n一、概述\n共受理申请12件。\n二、问题\n无。')
    expect(report.form).toBeNull()
    expect(report.figures.size).toBe(0)
    expect(report.sections.map(({ heading }) => heading)).toEqual([null, '一、概述', '二、问题'])
    expectIssue(report, 'form.unknown')
  })

  it('the heads of the disclosure table decide the form, not the year', async () => {
    const heads2019 = [
      '第二十条第（一）项',
      '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量',
      '规章\t0\t0\t0',
    ]
    expect((await document(...heads2019)).form).toBe('FORM_2019')
  })

  it('column heads broken over lines are put together, and one that is lost is said', async () => {
    const report = await document(
      '信息内容',
      '本年新制作数量',
      '本年新',
      '公开数量',
      '对外公开',
      '总数量',
      '规范性文件\t5\t4\t9',
      '信息内容\t上一年项目数量\t本年增/\t处理决定数量',
      '行政许可\t7\t1\t3',
    )
    expect(valueAt(report, 'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED')).toBe('4')
    expect(valueAt(report, 'disclosure.LICENSING.CHANGE')).toBe('1')
    expect(report.issues.filter(({ code }) => code === 'header.broken').map(({ raw }) => raw)).toEqual([
      '行政许可\t7\t1\t3',
    ])
  })

  it('heads that are exchanged in their line say what is under them', async () => {
    const report = await document('信息内容\t上一年项目数量\t处理决定数量\t本年增/减', '行政许可\t7\t1\t3')
    expect(valueAt(report, 'disclosure.LICENSING.PREVIOUS_ITEMS')).toBe('7')
    expect(valueAt(report, 'disclosure.LICENSING.DECISIONS')).toBe('1')
    expect(valueAt(report, 'disclosure.LICENSING.CHANGE')).toBe('3')
    expectIssue(report, 'header.broken')
  })

  it('bars that close a line are no columns', async () => {
    const report = await document('一、本年新收政府信息公开申请数量 | 4 | | | | | 1 | 5 | || ')
    expect(rowOf(report, 'RECEIVED')).toEqual(['4', 'BLANK', 'BLANK', 'BLANK', 'BLANK', '1', '5'])
  })

  it('a single row 其他处理 does not make a report of 2021 one of 2019', async () => {
    const report = await document(
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '行政规范性文件\t3\t1\t20',
      '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1',
      '（六）其他处理\t1\t0\t0\t0\t0\t0\t1',
    )
    expect(report.form).toBe('FORM_2021')
    expect(valueAt(report, 'applications.OTHER.TOTAL')).toBe('1')
    expect(valueAt(report, 'disclosure.NORMATIVE_DOCUMENTS.IN_FORCE')).toBe('20')
  })

  it('blank cells, dashes and zeros stay three different things', async () => {
    const report = await document('一、本年新收政府信息公开申请数量\t4\t\t-\t/\t0\t无\t4')
    expect(rowOf(report, 'RECEIVED')).toEqual(['4', 'BLANK', 'BLANK', 'BLANK', '0', 'BLANK', '4'])
    expect(report.figures.get('applications.RECEIVED.RESEARCH_INSTITUTION')?.raw).toBe('-')
  })

  it('a cell that is not a number is unreadable, and its neighbours are read', async () => {
    const report = await document('一、本年新收政府信息公开申请数量\t4\t0\t一些\t0\t0\t0\t5')
    expect(valueAt(report, 'applications.RECEIVED.RESEARCH_INSTITUTION')).toBe('UNREADABLE')
    expect(valueAt(report, 'applications.RECEIVED.TOTAL')).toBe('5')
    expectIssue(report, 'cell.unreadable')
  })

  it('a count below zero or with decimals is unreadable, a change may be negative', async () => {
    const report = await document(
      '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
      '行政许可\t10\t-2\t-5',
      '行政处罚\t1.5\t0\t7',
    )
    expect(valueAt(report, 'disclosure.LICENSING.CHANGE')).toBe('-2')
    expect(valueAt(report, 'disclosure.LICENSING.DECISIONS')).toBe('UNREADABLE')
    expect(valueAt(report, 'disclosure.PENALTIES.PREVIOUS_ITEMS')).toBe('UNREADABLE')
  })

  it('a row that the form does not have is noted with its values, not dropped in silence', async () => {
    const report = await document(
      '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1',
      '九、地方自设行\t8\t0\t0\t0\t0\t0\t8',
    )
    expect(report.issues.find(({ code }) => code === 'row.unrecognised')?.raw).toBe(
      '九、地方自设行\t8\t0\t0\t0\t0\t0\t8',
    )
  })

  it.each([
    ['a misprint', '2.其他法律行政止公开', 'REFUSED_PROHIBITED_BY_LAW'],
    ['spam inside', '一、本年新收apptg政府信息公开申请数量', 'RECEIVED'],
    ['inserted readings', '1.属(shǔ)于国家泌密', 'REFUSED_STATE_SECRET'],
    ['a short label, which could be any', '重复由请', null],
    ['a label behind a bracket that is never closed', '（六其他处理', null],
    ['words of another row', '9.属于其他内部事务', null],
  ])('%s: taken for the row only when nothing else is like it', async (_, label, row) => {
    const report = await document('一、本年新收政府信息公开申请数量', `${label}\t3\t0\t0\t0\t0\t0\t3`)
    expect(row === null ? report.figures.size : valueAt(report, `applications.${row}.TOTAL` as FigurePath)).toBe(
      row === null ? 0 : '3',
    )
    expectIssue(report, row === null ? 'row.unrecognised' : 'label.alias')
  })

  it('a row printed twice with different values is taken from neither', async () => {
    const report = await document(
      '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1',
      '二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1',
      '二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2',
    )
    expect(valueAt(report, 'applications.CARRIED_IN.TOTAL')).toBe('UNREADABLE')
    expect(valueAt(report, 'applications.CARRIED_IN.RESEARCH_INSTITUTION')).toBe('0')
    expectIssue(report, 'row.repeated')
  })

  it('a row that cannot be aligned is left out where it is in doubt', async () => {
    const report = await document('一、本年新收政府信息公开申请数量', '3', '2', '0', '0', '0', '5')
    expect(rowOf(report, 'RECEIVED')).toEqual([])
    expectIssue(report, 'row.cell-count')
  })

  it('fifteen case figures are read from one line, and from fifteen', async () => {
    const values = ['3', '1', '0', '2', '6', '1', '0', '0', '0', '1', '0', '0', '4', '0', '4']
    const inOne = await document('行政复议\t行政诉讼', values.join('\t'))
    const inFifteen = await document('行政复议', '行政诉讼', '结果维持', '复议后起诉', ...values)
    for (const report of [inOne, inFifteen]) {
      expect(valueAt(report, 'review.PENDING')).toBe('2')
      expect(valueAt(report, 'litigation.DIRECT.UPHELD')).toBe('1')
      expect(valueAt(report, 'litigation.AFTER_REVIEW.OTHER')).toBe('4')
    }
  })

  it('sentences that speak of numbers are not tables', async () => {
    const report = await document('一、总体情况', '行政许可 5', '全年行政复议3件。', '总计 7')
    expect(report.figures.size).toBe(0)
    expect(issueCodes(report)).toEqual(['form.unknown'])
  })

  it('a broken label whose rest is another label is the whole one', async () => {
    const report = await document('统计指标\t单位\t统计数', '（四）不', '同意公开答复数\t件\t12')
    expect([...report.figures.keys()]).toEqual(['applications.REFUSED.TOTAL'])
  })

  it.each([
    ['三、本年度办理结果（三）不予公开 1.属于国家秘密', 'applications.REFUSED_STATE_SECRET.TOTAL'],
    ['（六）其他处理总计', undefined],
  ])('%s: the heading of a group in the cell of its row', async (label, path) => {
    const report = await document('一、本年新收政府信息公开申请数量', `${label}\t3\t0\t0\t0\t0\t0\t3`)
    expect([...report.figures.keys()].at(-1)).toBe(path)
  })

  it('the heading of two rows is not the row that it names elsewhere', async () => {
    const report = await document(
      '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
      '其他对外管理服务事项 行政检查 7630 -7363 761617',
    )
    expect(valueAt(report, 'disclosure.INSPECTION.CHANGE')).toBe('-7363')
    expect(valueAt(report, 'disclosure.OTHER_EXTERNAL_MANAGEMENT.CHANGE')).toBeUndefined()
  })

  it.each(['- 3 -', '— 3 —', '第 3 页', '3/12'])(
    'the page mark %s is no value of the row that it cuts',
    async (mark) => {
      const report = await document('信息内容\t上一年项目数量\t本年增/减\t处理决定数量', '行政许可', mark, '7\t-1\t3')
      expect(valueAt(report, 'disclosure.LICENSING.PREVIOUS_ITEMS')).toBe('7')
      expect(valueAt(report, 'disclosure.LICENSING.DECISIONS')).toBe('3')
    },
  )

  it('an empty cell at the end of a line of text may close a row that has lost another cell', async () => {
    const report = await document('信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '规章\t27\t0\t')
    expect(report.figures.size).toBe(0)
    expectIssue(report, 'row.cell-count')
  })

  it('a mark in place of a number is unreadable, wherever it stands', async () => {
    const inLine = await document('信息内容 本年制发件数 本年废止件数 现行有效件数', '规章 1 0 ?')
    expect(valueAt(inLine, 'disclosure.REGULATIONS.ISSUED')).toBe('1')
    expect(valueAt(inLine, 'disclosure.REGULATIONS.IN_FORCE')).toBe('UNREADABLE')
    const alone = await document('统计指标', '六、举报投诉数量', '件', '?', '6')
    expect(valueAt(alone, 'disclosure.COMPLAINTS.COUNT')).toBeUndefined()
    expectIssue(alone, 'row.cell-count')
  })

  it('a lost cell is no empty one where lines end in bars', async () => {
    const report = await document(
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | |',
      '规章 | 0 | 0 | 0 | |',
      '行政规范性文件 | 7 | 20 | |',
      '一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 15 | |',
    )
    expect(valueAt(report, 'disclosure.REGULATIONS.IN_FORCE')).toBe('0')
    expect(valueAt(report, 'disclosure.NORMATIVE_DOCUMENTS.ISSUED')).toBeUndefined()
    expect(valueAt(report, 'applications.RECEIVED.NATURAL_PERSON')).toBeUndefined()
  })

  it.each([
    ['12件', '12', 'cell.converted'],
    ['2.2万', '22000', 'cell.converted'],
    ['二百三十', '230', 'cell.converted'],
    ['十二', '12', 'cell.converted'],
    ['〇', '0', 'cell.converted'],
    ['100余', 'UNREADABLE', 'cell.approximate'],
    ['约30件', 'UNREADABLE', 'cell.approximate'],
    ['12元', 'UNREADABLE', 'cell.unreadable'],
    ['2.2', 'UNREADABLE', 'cell.unreadable'],
    ['百', 'UNREADABLE', 'cell.unreadable'],
  ] as const)('a count printed as %s is %s', async (text, value, code) => {
    const report = await document(`一、本年新收政府信息公开申请数量\t0\t${text}\t0\t0\t0\t0\t0`)
    expect(valueAt(report, 'applications.RECEIVED.COMMERCIAL_ENTERPRISE')).toBe(value)
    expectIssue(report, code)
  })

  it.each([
    ['一、本年新收申请数量', 'RECEIVED'],
    ['二、上年结转申请数量', 'CARRIED_IN'],
    ['2.其他法律、行政法规禁止公开的', 'REFUSED_PROHIBITED_BY_LAW'],
    ['3.危及国家安全、公共安全、经济安全、社会稳定', 'REFUSED_SECURITY_AND_STABILITY'],
    ['4.损害第三方合法权益', 'REFUSED_THIRD_PARTY_RIGHTS'],
    ['7.属于行政执法案卷信息', 'REFUSED_ENFORCEMENT_FILE'],
    ['1.本机关不掌握', 'UNABLE_NOT_HELD'],
    ['2.没有现成信息', 'UNABLE_NOT_READY_MADE'],
    ['3.补正后仍不明确', 'UNABLE_STILL_UNCLEAR'],
    ['5.要求行政机关确认或重新出具', 'NOT_PROCESSED_CONFIRMATION'],
    ['（七）合计', 'HANDLED_TOTAL'],
    ['四、结转下年度办理', 'CARRIED_OVER'],
  ] as const)('%s is a row of the form under another name, which is noted', async (label, row) => {
    const report = await document('申请人情况', `${label}\t3\t0\t1\t0\t0\t0\t4`)
    expect(valueAt(report, `applications.${row}.NATURAL_PERSON`)).toBe('3')
    expect(valueAt(report, `applications.${row}.TOTAL`)).toBe('4')
    expectIssue(report, 'label.alias')
  })

  it('a short name gives way to a row that prints the label', async () => {
    const report = await document('申请人情况', '合计\t9\t0\t0\t0\t0\t0\t9', '（七）总计\t3\t0\t1\t0\t0\t0\t4')
    expect(valueAt(report, 'applications.HANDLED_TOTAL.TOTAL')).toBe('4')
    expectIssue(report, 'row.unrecognised')
  })

  it('heads that print the columns of the form under other names', async () => {
    const report = await document(
      '信息内容\t本年制发数量\t本年废止数量\t现行有效数量',
      '规章\t1\t2\t3',
      '信息内容\t上年项目数量\t本年增/减\t处理决定数量',
    )
    expect(valueAt(report, 'disclosure.REGULATIONS.ISSUED')).toBe('1')
    expect(valueAt(report, 'disclosure.REGULATIONS.IN_FORCE')).toBe('3')
  })

  it.each([
    ['减50', '-50', 'cell.converted'],
    ['增3', '3', 'cell.converted'],
    ['减少12项', '-12', 'cell.converted'],
    ['减百', 'UNREADABLE', 'cell.unreadable'],
  ] as const)('a change printed as %s is %s', async (text, value, code) => {
    const report = await document('信息内容\t上一年项目数量\t本年增/减\t处理决定数量', `行政许可\t120\t${text}\t340`)
    expect(valueAt(report, 'disclosure.LICENSING.CHANGE')).toBe(value)
    expectIssue(report, code)
  })

  it('only a change has a sign in words', async () => {
    const report = await document('信息内容\t上一年项目数量\t本年增/减\t处理决定数量', '行政许可\t120\t5\t减340')
    expect(valueAt(report, 'disclosure.LICENSING.DECISIONS')).toBe('UNREADABLE')
    expectIssue(report, 'cell.unreadable')
  })

  it.each([
    ['金额（单位：元）', '35000', '3.5'],
    ['金额（单位：亿元）', '1.5', '15000'],
    ['金额（单位：元）', '12345.67', 'UNREADABLE'],
    ['金额（单位：万元）', '3.5亿元', '35000'],
    ['金额（单位：万元）', '35000元', '3.5'],
    ['金额（单位：万元）', '2.2万', 'UNREADABLE'],
  ])('under the head %s, %s is %s of 万元', async (head, text, value) => {
    const report = await document(
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '规章\t0\t0\t0',
      `信息内容\t本年收费${head}`,
      `行政事业性收费\t${text}`,
    )
    expect(valueAt(report, 'disclosure.ADMINISTRATIVE_FEES.AMOUNT')).toBe(value)
    expectIssue(report, value === 'UNREADABLE' ? 'cell.unreadable' : 'cell.converted')
  })

  it('an amount in the unit that its row prints is converted', async () => {
    const report = await document('统计指标\t单位\t统计数', '七、依申请公开信息收取的费用\t元\t250')
    expect(valueAt(report, 'disclosure.APPLICATION_FEES.AMOUNT')).toBe('0.025')
  })
})

it('an amount in words under a head in yuan is in yuan, too, unless it prints its own unit', async () => {
  const fees = async (amount: string) =>
    valueAt(
      await document(
        '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
        '规章\t0\t0\t0',
        '第二十条第（八）项',
        '信息内容\t本年收费金额（单位：元）',
        `行政事业性收费\t${amount}`,
      ),
      'disclosure.ADMINISTRATIVE_FEES.AMOUNT',
    )
  expect(await fees('五四四六三〇〇〇〇')).toBe('54463')
  expect(await fees('3万元')).toBe('3')
})

describe('traditional characters', () => {
  it('are read like simplified ones, and kept as printed', async () => {
    const report = await readReport(
      '大興區人民政府2021年政府信息公開工作年度報告\n一、本年新收政府信息公開申請數量\t1\t0\t0\t0\t0\t0\t1\n（七）總計\t1\t0\t0\t0\t0\t0\t1',
    )
    expect(valueAt(report, 'applications.RECEIVED.TOTAL')).toBe('1')
    expect(valueAt(report, 'applications.HANDLED_TOTAL.TOTAL')).toBe('1')
    expect(report.district?.code).toBe('110115')
    expect(issueCodes(report)).not.toContain('label.alias')
  })

  it('divide a line at its label and numbers as simplified ones do', async () => {
    const report = await readReport(
      [
        '大興區人民政府2016年政府信息公開工作年度報告',
        '統計指標 單位 統計數',
        '1.當面申請數 件 3 2.傳真申請數 件 14',
      ].join('\n'),
    )
    const fax = report.figures.get('applications.RECEIVED_BY_FAX.TOTAL')
    expect(valueAt(report, 'applications.RECEIVED_IN_PERSON.TOTAL')).toBe('3')
    expect(fax).toMatchObject({ value: '14', raw: '14', at: { kind: 'TEXT', line: 3, column: 23 } })
  })
})

describe('encodings', () => {
  it('UTF-16 with its mark is read like UTF-8', async () => {
    const text = `${TITLE}\n一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1`
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect(valueAt(await readReport(utf16), 'applications.RECEIVED.TOTAL')).toBe('1')
  })

  it('GB18030 is told from UTF-8 by its bytes', async () => {
    const title = Buffer.from('b4f3d0cbc7f832303230c4ead5feb8aed0c5cfa2b9abbfaab9a4d7f7c4eab6c8b1a8b8e6', 'hex')
    expect((await readReport(title)).title).toBe('大兴区2020年政府信息公开工作年度报告')
  })
})
