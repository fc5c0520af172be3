import { describe, expect, it } from 'vitest'
import { issueCodes, readReport, rowOf, valueAt } from '../read-report.ts'

const TITLE = '大兴区2021年政府信息公开工作年度报告'
const HEADS = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']
const table = (...lines: string[]) => readReport([TITLE, ...lines].join('\n'))
const page = (...rows: string[]) => readReport(`<p>${TITLE}</p><table>${rows.join('')}</table>`)
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

describe('a row without values', () => {
  it('is blank in a real table', async () => {
    const report = await page(row(...HEADS), row('规章', '', '', ''), row('行政规范性文件', '3', '1', '9'))
    expect(valueAt(report, 'disclosure.REGULATIONS.ISSUED')).toBe('BLANK')
    expect(valueAt(report, 'disclosure.REGULATIONS.IN_FORCE')).toBe('BLANK')
    expect(valueAt(report, 'disclosure.NORMATIVE_DOCUMENTS.IN_FORCE')).toBe('9')
    expect(issueCodes(report)).not.toContain('row.cell-count')
  })

  it('is blank in a real table of 2014', async () => {
    const report = await page(
      row('统计指标', '单位', '统计数'),
      row('六、举报投诉数量', '件', ''),
      row('七、依申请公开信息收取的费用', '万元', '0.3'),
    )
    expect(valueAt(report, 'disclosure.COMPLAINTS.COUNT')).toBe('BLANK')
    expect(valueAt(report, 'disclosure.APPLICATION_FEES.AMOUNT')).toBe('0.3')
  })

  it.each([
    ['with empty cells', ['规章\t\t\t', '行政规范性文件\t3\t1\t9']],
    ['one cell a line', ['规章', '行政规范性文件', '3', '1', '9']],
  ])('in a text is noted with its figures: %s', async (_, lines) => {
    const report = await table(HEADS.join('\t'), ...lines)
    expect(valueAt(report, 'disclosure.REGULATIONS.ISSUED')).toBeUndefined()
    expect(report.issues.find(({ code }) => code === 'row.cell-count')?.paths).toEqual([
      'disclosure.REGULATIONS.ISSUED',
      'disclosure.REGULATIONS.REPEALED',
      'disclosure.REGULATIONS.IN_FORCE',
    ])
  })

  it('is not missed where it is printed with values elsewhere', async () => {
    const report = await table(HEADS.join('\t'), '规章', '规章\t1\t0\t2')
    expect(valueAt(report, 'disclosure.REGULATIONS.ISSUED')).toBe('1')
    expect(issueCodes(report)).not.toContain('row.cell-count')
  })

  it('can be a heading of others', async () => {
    const report = await page(
      row('一、本年新收政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1'),
      row('（三）不予公开', '', '', '', '', '', '', ''),
      row('1.属于国家秘密', '1', '0', '0', '0', '0', '0', '1'),
      row('（六）其他处理', '', '', '', '', '', '', ''),
      row('3.其他', '0', '0', '0', '0', '0', '0', '0'),
    )
    expect(rowOf(report, 'OTHER')).toEqual([])
    expect(report.form).toBe('FORM_2021')
    expect(issueCodes(report)).not.toContain('row.cell-count')
  })
})

describe('a number merged over two rows', () => {
  it('belongs to the first, and the second says so', async () => {
    const report = await page(
      row(...HEADS),
      '<tr><td>规章</td><td rowspan="2">5</td><td>1</td><td>2</td></tr>',
      row('行政规范性文件', '3', '9'),
    )
    expect(valueAt(report, 'disclosure.REGULATIONS.ISSUED')).toBe('5')
    expect(valueAt(report, 'disclosure.NORMATIVE_DOCUMENTS.ISSUED')).toBeUndefined()
    expect(valueAt(report, 'disclosure.NORMATIVE_DOCUMENTS.REPEALED')).toBe('3')
    expect(report.issues.find(({ code }) => code === 'row.cell-count')?.paths).toEqual([
      'disclosure.REGULATIONS.ISSUED',
      'disclosure.NORMATIVE_DOCUMENTS.ISSUED',
    ])
  })
})

describe('units and labels', () => {
  it('a unit behind its label by a space is the unit of the row', async () => {
    const report = await table('统计指标 单位 统计数', '（一）收到申请数 件 7', '1.当面申请数   件   3')
    expect(valueAt(report, 'applications.RECEIVED.TOTAL')).toBe('7')
    expect(valueAt(report, 'applications.RECEIVED_IN_PERSON.TOTAL')).toBe('3')
    expect(issueCodes(report)).not.toContain('unit.missing')
  })

  it('rows glued on one line are rows of their own', async () => {
    const report = await table(
      '一、本年新收政府信息公开申请数量 13 0 0 0 0 0 13 二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1',
    )
    expect(rowOf(report, 'RECEIVED')).toEqual(['13', '0', '0', '0', '0', '0', '13'])
    expect(rowOf(report, 'CARRIED_IN')).toEqual(['1', '0', '0', '0', '0', '0', '1'])
  })

  it('a row without a number does not take that of the next', async () => {
    const report = await table(
      '统计指标 单位 统计数',
      '八、机构建设和保障经费情况',
      '（一）召开政府信息公开工作会议或专题会议数 次',
      '（二）举办各类培训班数 次 5',
    )
    expect(valueAt(report, 'disclosure.MEETINGS.COUNT')).toBeUndefined()
    expect(valueAt(report, 'disclosure.TRAINING_CLASSES.COUNT')).toBe('5')
  })
})

describe('labels and numbers that a layout has torn', () => {
  const RECEIVED = '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1'

  it('a label broken around its values is the whole one', async () => {
    const report = await table(RECEIVED, '（六）其他', '2 0 0 0 0 0 2', '处理', '（七）总计', '5 0 0 0 0 0 5')
    expect(rowOf(report, 'OTHER')).toEqual(['2', '0', '0', '0', '0', '0', '2'])
    expect(rowOf(report, 'OTHER_MISCELLANEOUS')).toEqual([])
    expect(rowOf(report, 'HANDLED_TOTAL')).toEqual(['5', '0', '0', '0', '0', '0', '5'])
  })

  it('a label broken around a page number does not take that for its value', async () => {
    const report = await table('统计指标\t单位\t统计数', '2.政府网', '8', '站公开政府信息数   条   0')
    expect(valueAt(report, 'disclosure.CHANNEL_WEBSITE.COUNT')).not.toBe('8')
  })

  it('a bracket that is open at the end of a line goes on in the next', async () => {
    const report = await table(
      RECEIVED,
      '（二）部分公开（区分处理的，',
      '只计这一情形，不计其他情形）\t0\t0\t0\t0\t20\t0\t20',
    )
    expect(rowOf(report, 'PARTLY_GRANTED')).toEqual(['0', '0', '0', '0', '20', '0', '20'])
  })

  it('the numeral of a heading that is written downwards is no eighth value', async () => {
    const report = await table(
      ...'一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1'.split(' '),
      ...'三、本年度办理结果',
      ...'（一）予以公开 3 0 0 0 0 0 3'.split(' '),
      ...'（三）不予公开',
      ...'1.属于国家秘密 2 0 0 0 0 0 2'.split(' '),
    )
    expect(rowOf(report, 'RECEIVED')).toEqual(['1', '0', '0', '0', '0', '0', '1'])
    expect(rowOf(report, 'GRANTED')).toEqual(['3', '0', '0', '0', '0', '0', '3'])
    expect(rowOf(report, 'REFUSED_STATE_SECRET')).toEqual(['2', '0', '0', '0', '0', '0', '2'])
  })

  it.each(['（12）', '【12】', '12。', '12*', '1O', 'l2'])(
    'the number %s with a mark is unreadable, and holds its column',
    async (number) => {
      const report = await table(HEADS.join('\t'), `规章\t${number}\t0\t4`)
      expect(valueAt(report, 'disclosure.REGULATIONS.ISSUED')).toBe('UNREADABLE')
      expect(valueAt(report, 'disclosure.REGULATIONS.IN_FORCE')).toBe('4')
    },
  )

  it('a label with a digit in it among the numbers of a line is no number', async () => {
    const report = await table('信息内容\t上一年项目数量\t本年增/减\t处理决定数量', '行政许可\t行政3检查\t10\t-4\t7')
    expect(report.figures.size).toBe(0)
    expect(report.unrecognisedRows.map(({ label }) => label)).toEqual(['行政3检查'])
  })

  it('a row of a real table stands as it is, whatever another has lost', async () => {
    const report = await page(
      row('一、本年新收政府信息公开申请数量', '4', '0', '', '0', '0', '0', '4'),
      row('二、上年结转政府信息公开申请数量', '4', '0', '0', '0', '0', '4'),
    )
    expect(rowOf(report, 'RECEIVED')).toEqual(['4', '0', 'BLANK', '0', '0', '0', '4'])
    expect(rowOf(report, 'CARRIED_IN')).toEqual([])
  })
})

describe('rows of the applications table', () => {
  const RECEIVED = '一、本年新收政府信息公开申请数量'

  it('may have an empty column between labels and values', async () => {
    const report = await page(
      row(RECEIVED, '', '1', '0', '0', '0', '0', '0', '1'),
      row('二、上年结转政府信息公开申请数量', '', '0', '', '0', '2', '', '0', ''),
    )
    expect(rowOf(report, 'RECEIVED')).toEqual(['1', '0', '0', '0', '0', '0', '1'])
    expect(rowOf(report, 'CARRIED_IN')).toEqual(['0', 'BLANK', '0', '2', 'BLANK', '0', 'BLANK'])
  })

  it('are not shifted where a row is a cell too long and empty at both ends', async () => {
    const report = await page(
      row(RECEIVED, '1', '0', '0', '0', '0', '0', '1'),
      row('二、上年结转政府信息公开申请数量', '', '0', '1', '0', '2', '0', '0', ''),
    )
    expect(rowOf(report, 'CARRIED_IN')).toEqual([])
    expect(issueCodes(report)).toContain('row.cell-count')
  })

  it('that the form does not have are left out and noted', async () => {
    const report = await table(
      '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量',
      '规章\t1\t0\t9',
      `${RECEIVED}\t1\t0\t0\t0\t0\t0\t1`,
      '3.其他\t2\t0\t0\t0\t0\t0\t2',
    )
    expect(rowOf(report, 'OTHER_MISCELLANEOUS')).toEqual([])
    expect(report.issues.find(({ code }) => code === 'row.unrecognised')?.paths).toContain(
      'applications.OTHER_MISCELLANEOUS.TOTAL',
    )
  })
})

describe('labels that are broken around their numbers', () => {
  const HEADS_2014 = '统计指标\t单位\t统计数'

  it('take the number that stands behind their outline number', async () => {
    const report = await table(
      HEADS_2014,
      '（一）\t条\t8',
      '主动公开政府信息数',
      '其中：\t条\t5',
      '主动公开规范性文件数',
      '制发规范性文件总数\t件\t2',
    )
    expect(valueAt(report, 'disclosure.PROACTIVE.COUNT')).toBe('8')
    expect(valueAt(report, 'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED')).toBe('5')
    expect(valueAt(report, 'disclosure.NORMATIVE_DOCUMENTS.ISSUED')).toBe('2')
  })

  it('do not take the number of the next outline number', async () => {
    const report = await table(
      HEADS_2014,
      '四、行政复议数量\t件\t12',
      '（一）维持\t件\t0',
      '具体行政行为数',
      '（二）\t件\t10',
      '被依法纠错数',
      '（三）其他情形数\t件\t2',
      '五、行政诉讼数量\t件\t0',
    )
    expect(valueAt(report, 'review.UPHELD')).toBe('0')
    expect(valueAt(report, 'review.CORRECTED')).toBe('10')
    expect(valueAt(report, 'review.OTHER')).toBe('2')
  })
})

it('a number that is glued to a broken label is its first value', async () => {
  const report = await table(
    '申请人情况',
    '一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9',
    '（五）不予处',
    '理1.信访举报投诉类申请18 0 4 0 0 0 22',
    '4.无正当理由大量反复申请约5 0 0 0 0 0 5',
  )
  expect(rowOf(report, 'NOT_PROCESSED_PETITION')).toEqual(['18', '0', '4', '0', '0', '0', '22'])
  expect(rowOf(report, 'NOT_PROCESSED_EXCESSIVE')).not.toContain('5')
  expect(report.figures.get('applications.NOT_PROCESSED_PETITION.NATURAL_PERSON')?.at).toEqual({
    kind: 'TEXT',
    line: 5,
    column: 13,
  })
})

it('the heads of the statistics table open it when they are glued together', async () => {
  const report = await table('统计指标单位统计数', '2.传真申请数件3')
  expect(valueAt(report, 'applications.RECEIVED_BY_FAX.TOTAL')).toBe('3')
})

it('words in which the characters of a label stand scattered are not like it', async () => {
  const report = await table('统计指标\t单位\t统计数', '答复数其中：涉及国家 件 秘密涉及商\t16')
  expect(valueAt(report, 'applications.REFUSED_STATE_SECRET.TOTAL')).toBeUndefined()
})

it('a row that is called alike for reconsideration and for suits is told only where the number of suits stands behind it', async () => {
  const corrected = async (...lines: readonly string[]) =>
    valueAt(await table('统计指标\t单位\t统计数', '四、行政复议数量\t件\t4', ...lines), 'review.CORRECTED')
  expect(await corrected('（二）被依法纠错数\t件\t4', '五、行政诉讼数量\t件\t0')).toBe('4')
  // The label of the number of suits may be broken, and the row be theirs.
  expect(await corrected('五、行政诉\t件\t4', '（二）被依法纠错数\t件\t4')).toBeUndefined()
})

it('the rest of a broken label without an outline number goes to the row before, not to the next', async () => {
  const report = await table(
    '统计指标\t单位\t统计数',
    '其中：主动公开规范\t条\t15',
    '性文件数',
    '制发规范',
    '性文件总数\t件\t3',
  )
  expect(valueAt(report, 'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED')).toBe('15')
  expect(valueAt(report, 'disclosure.NORMATIVE_DOCUMENTS.ISSUED')).toBe('3')
})

it('the rest of a label in a table is not the label of the row below, which has lost its own', async () => {
  const count = (label: string, unit: string, value: string) => row(label, unit, value)
  const report = await page(
    count('统计指标', '单位', '统计数'),
    count('1.专职人员数', '人', '3'),
    count('2.兼职人员数', '人', '0'),
    count('（一）召开政', '次', '4'),
    row('府信息公开工作会议或专题会议数'),
    count('', '次', '13'),
  )
  expect(valueAt(report, 'disclosure.MEETINGS.COUNT')).toBe('4')
})

it('values below a row of a table with blank cells are not added to it', async () => {
  const report = await page(
    row('一、本年新收政府信息公开申请数量', '5', '0', '0', '0', '0', '0', '5'),
    row('1.信访举报投诉类申请', '', '', '', '', '', '82', '82'),
    row('', '', '1', '1', '', '1', '', '3'),
    row('3.要求提供公开出版物', '', '', '', '', '', '', ''),
  )
  expect(rowOf(report, 'NOT_PROCESSED_PETITION')).toEqual(['BLANK', 'BLANK', 'BLANK', 'BLANK', 'BLANK', '82', '82'])
  expect(rowOf(report, 'NOT_PROCESSED_REPEAT')).toEqual([])
  expect(report.unrecognisedRows.map(({ label }) => label)).toContain('')
})

it('values below an empty row of a table, where the others stand beside their labels, are those of a row without a label', async () => {
  const heads = row('信息内容', '上一年项目数量', '本年增/减', '处理决定数量')
  const whole =
    row('行政许可', '1', '2', '3') + row('其他对外管理服务事项', '4', '5', '6') + row('行政强制', '7', '8', '9')
  const empty = row('行政处罚')
  const values = row('0', '761', '2')
  const change = async (...rows: readonly string[]) =>
    valueAt(await page(heads, whole, ...rows), 'disclosure.PENALTIES.CHANGE')
  expect(await change(empty, values)).toBeUndefined()
  expect(await change(empty, row('- 5 -'), values)).toBe('761')
})
