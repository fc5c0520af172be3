import { describe, expect, it } from 'vitest'
import { expectIssue, issueCodes, readReport } from '../read-report.ts'

const TABLE = '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1'
const read = (...lines: string[]) => readReport([...lines, TABLE].join('\n'))

describe('a body of a district is not its government', () => {
  it.each([
    ['大兴区人民政府清源街道办事处2022年政府信息公开工作年度报告', 'STREET', '大兴区人民政府清源街道办事处'],
    ['大兴区人民政府合作交流办公室2022年政府信息公开工作年度报告', 'DEPARTMENT', '大兴区人民政府合作交流办公室'],
    ['大兴区档案馆2022年政府信息公开工作年度报告', 'DEPARTMENT', '大兴区档案馆'],
    ['大兴区新光苏木人民政府2022年政府信息公开工作年度报告', 'TOWNSHIP', '大兴区新光苏木人民政府'],
    ['大兴区科协2022年政府信息公开工作年度报告', 'DEPARTMENT', '大兴区科协'],
    ['大兴区人民政府2022年度政府信息公开工作报告', 'GOVERNMENT', '大兴区人民政府'],
    ['2022年大兴区政府信息公开工作年度报告', 'GOVERNMENT', '北京市大兴区人民政府'],
  ])('%s: %s', async (title, kind, name) => {
    const { district, agency } = await read(title)
    expect(district?.code).toBe('110115')
    expect(agency).toEqual({ kind, name })
  })

  it.each([
    [
      'it compiles the report',
      '2023年,本报告由大兴区清源街道办事处编制,数据截至年底。',
      'STREET',
      '大兴区清源街道办事处',
    ],
    ['it says so itself', '根据要求,大兴区清源街道特编制2023年政府信息公开年度报告。', 'STREET', '大兴区清源街道'],
    ['a chapter begins with it', '2023年,大兴区水务局以公开为常态,通过网站公开信息3条。', 'DEPARTMENT', '大兴区水务局'],
    [
      'it answers for the report and speaks of itself',
      '现公布我局2023年政府信息公开工作年度报告。如有疑问请与大兴区水务局(电话:000)联系。',
      'DEPARTMENT',
      '大兴区水务局',
    ],
    [
      'a bracket stands behind its name',
      '现公布大兴区人民政府办公室(以下简称区政府办)2023年政府信息公开工作年度报告。',
      'DEPARTMENT',
      '大兴区人民政府办公室',
    ],
  ])('where %s', async (_, text, kind, name) => {
    const { district, agency } = await read(text)
    expect(district?.code).toBe('110115')
    expect(agency).toEqual({ kind, name })
  })

  it('an office that compiles a report does so for its government', async () => {
    const { district, agency } = await read('本报告由大兴区人民政府办公室汇总编制。2023年,全区共公开信息3条。')
    expect(district?.code).toBe('110115')
    expect(agency?.kind).toBe('GOVERNMENT')
  })

  it('where only the place of a body that speaks of itself is told, nothing is taken', async () => {
    const report = await read('2023年,我局公开信息3条。', '本报告在大兴区人民政府网站公布。')
    expect(report.district).toBeNull()
    expect(report.agency).toBeNull()
    expect(report.districtCandidates).toEqual(['110115'])
    expectIssue(report, 'district.unknown')
  })
})

describe("the branch of a city's bureau is of the branch's own district", () => {
  it.each([
    ['成都市公安局锦江区分局', '510104'],
    ['四川省成都市公安局锦江分局', '510104'],
    ['潍坊市生态环境局高密分局', '370785'],
    ['北京市公安局大兴分局', '110115'],
    ['柳州市自然资源和规划局融水分局', '450225'],
    ['成都市公安局交通管理局锦江分局', '510104'],
  ])('%s', async (name, code) => {
    const { district, agency } = await read(`${name}2022年政府信息公开工作年度报告`)
    expect(district?.code).toBe(code)
    expect(agency).toEqual({ kind: 'DEPARTMENT', name })
  })

  it('also where only a sentence names it', async () => {
    const { district, agency } = await read('现公布成都市公安局锦江区分局2022年政府信息公开工作年度报告。')
    expect(district?.code).toBe('510104')
    expect(agency).toEqual({ kind: 'DEPARTMENT', name: '成都市公安局锦江区分局' })
  })

  it.each(['成都市公安局第一分局', '成都市公安局直属分局'])("%s is of the city, as no district's", async (name) => {
    const { district, agency } = await read(`${name}2022年政府信息公开工作年度报告`)
    expect(district?.code).toBe('510100')
    expect(agency?.name).toBe(name)
  })
})

it('a title in an index table goes without the word before it', async () => {
  const { title } = await read('名　　称：\t大兴区人民政府2022年政府信息公开工作年度报告')
  expect(title).toBe('大兴区人民政府2022年政府信息公开工作年度报告')
})

describe('a title that names another matter, too', () => {
  it.each([
    '大兴区审计局2022年法治政府建设及政府信息公开工作年度报告',
    '大兴区审计局2022年度依法行政工作情况暨政府信息公开工作年度报告',
    '大兴区审计局2022年优化营商环境和政府信息公开工作年度报告',
  ])('%s is of the audit office', async (title) => {
    const { agency } = await read(title)
    expect(agency).toEqual({ kind: 'DEPARTMENT', name: '大兴区审计局' })
  })
})

describe('a place in a city is not the city', () => {
  it.each([
    '洛阳市高新技术产业开发区管理委员会2022年政府信息公开工作年度报告',
    '洛阳市新光高科园2022年政府信息公开工作年度报告',
    '洛阳市伊滨区2022年政府信息公开工作年度报告',
    '洛阳市新光镇人民政府2022年政府信息公开工作年度报告',
  ])('%s', async (title) => {
    const report = await read(title)
    expect(report.district).toBeNull()
    expectIssue(report, 'district.unknown')
  })

  it('a township whose county is not named is not given that of the website of its city', async () => {
    const report = await read('新光镇2022年政府信息公开工作年度报告', '本报告在洛阳市人民政府网站公布。')
    expect(report.district).toBeNull()
    expect(report.agency).toEqual({ kind: 'TOWNSHIP', name: '新光镇' })
  })

  it('a body of a district is not one of its city', async () => {
    const report = await read('区水务局2022年政府信息公开工作年度报告', '本报告在洛阳市人民政府网站公布。')
    expect(report.district).toBeNull()
    expect(report.agency?.name).toBe('区水务局')
  })

  it('a zone in a county is a body of the county', async () => {
    const { district, agency } = await read('桃江县经济开发区管委会2022年政府信息公开工作年度报告')
    expect(district?.code).toBe('430922')
    expect(agency?.kind).toBe('DEPARTMENT')
  })

  it('a zone that answers for the report is the issuer, not the government that publishes it', async () => {
    const { district, agency } = await read(
      '报告可在桃江县人民政府门户(http://example.cn)下载。如有疑问,请与经济开发区管委会联系。',
      '2022年,管委会公开信息3条。',
    )
    expect(district?.code).toBe('430922')
    expect(agency).toEqual({ kind: 'DEPARTMENT', name: '经济开发区管委会' })
  })
})

describe('a district is found', () => {
  it.each([
    ['木垒县2023年政府信息公开工作年度报告', '652328'],
    ['木垒自治县2023年政府信息公开工作年度报告', '652328'],
    ['莫力达瓦旗2023年政府信息公开工作年度报告', '150722'],
    ['恩施州2023年政府信息公开工作年度报告', '422800'],
    ['科右前旗2023年政府信息公开工作年度报告', '152221'],
    ['阿左旗2023年政府信息公开工作年度报告', '152921'],
    ['西乌旗2023年政府信息公开工作年度报告', '152526'],
    ['喀左县2023年政府信息公开工作年度报告', '211324'],
  ])('by its short name: %s', async (title, code) => {
    const { district, agency } = await read(title)
    expect(district?.code).toBe(code)
    expect(agency?.kind).toBe('GOVERNMENT')
  })

  it('whose government is a government, though the title leaves the word out', async () => {
    const { agency } = await read(
      '木垒自治县2023年政府信息公开工作年度报告',
      '如有疑问请与木垒哈萨克自治县人民政府办公室联系。',
      '木垒哈萨克自治县人民政府',
    )
    expect(agency).toEqual({ kind: 'GOVERNMENT', name: '木垒哈萨克自治县人民政府' })
  })

  it('not, but its government keeps its name', async () => {
    const { district, agency } = await read('朝阳区2023年政府信息公开工作年度报告')
    expect(district).toBeNull()
    expect(agency).toEqual({ kind: 'GOVERNMENT', name: '朝阳区人民政府' })
  })

  it.each([
    ['by whom to ask', '统计期限自2023年1月1日至2023年12月31日。如有疑问请与伽师县人民政府办公室联系。', '653129'],
    ['by a sentence that names an office further on', '2023年,伽师县认真落实地区办公室要求。', '653129'],
    ['by the sentence that opens a chapter', '2023年,伽师县坚持公开为常态,公开信息3条。', '653129'],
  ])('%s', async (_, text, code) => {
    const { district, agency, year } = await read('一、总体情况', text)
    expect(district?.code).toBe(code)
    expect(agency?.kind).toBe('GOVERNMENT')
    expect(year).toBe(2023)
  })

  it('as the only one that the text speaks of, which is noted', async () => {
    const report = await read(
      '现公开区人民政府办公室2024年政府信息公开工作年度报告。',
      '全年公布硚口区重大决策目录,公开硚口区湿地名录。',
    )
    expect(report.district?.code).toBe('420104')
    expect(report.agency).toEqual({ kind: 'DEPARTMENT', name: '区人民政府办公室' })
    expectIssue(report, 'district.inferred')
  })

  it('not where the text speaks of two', async () => {
    const report = await read('公开政府信息3条。', '硚口区、硚口区与桃江县、桃江县结对。')
    expect(report.district).toBeNull()
  })
})

describe('a street or a township without its county', () => {
  it('is of the place that stands before its name anywhere in the text', async () => {
    const { district, agency } = await read(
      '本报告由新光镇人民政府党政办公室编制。',
      '如有疑问请与新光镇党政办联系(地址:微山县新光镇政府驻地)。',
    )
    expect(district?.code).toBe('370826')
    expect(agency).toEqual({ kind: 'TOWNSHIP', name: '新光镇人民政府' })
  })

  it.each([
    ['现将新光街道办事处2021年度信息公开工作的总体情况报告如下。', '新光街道办事处'],
    ['2021年,新光街道办事处公开信息3条。', '新光街道办事处'],
  ])('is the issuer, not the government that publishes it: %s', async (text, name) => {
    const { district, agency } = await read(text, '本报告在桃江县人民政府网站公布。')
    expect(district?.code).toBe('430922')
    expect(agency).toEqual({ kind: 'STREET', name })
  })
})

it.each(['2023年,我镇公开信息3条。', '2023年,全镇公开信息3条。', '2023年,新光经济开发区认真落实区政府要求。'])(
  'a sentence that names nobody gives no issuer: %s',
  async (text) => expect((await read(text)).agency).toBeNull(),
)

describe('the title', () => {
  it.each([
    ['青岛市平度市人民政府2016年度政府信息公开工作年度报告', '370283', 2016],
    ['巢湖市人民政府2016年政府信息公开工作年度报告', '340181', 2016],
    ['关于桃江县2020年政府信息公开工作情况的报告', '430922', 2020],
    ['桃江县政府信息公开2023年度报告', '430922', 2023],
  ])('names the district and the year: %s', async (title, code, year) => {
    const report = await read(title)
    expect(report.district?.code).toBe(code)
    expect(report.agency?.kind).toBe('GOVERNMENT')
    expect(report.year).toBe(year)
  })

  it('keeps the words of a body that other titles have around it', async () => {
    const { agency } = await read('桃江县委机构编制委员会办公室2022年政府信息公开工作年度报告')
    expect(agency?.name).toBe('桃江县委机构编制委员会办公室')
  })

  it('leaves out the way to the page', async () => {
    const { title } = await read('当前位置:街镇>新光镇>政务公开', '新光镇2020年政府信息公开工作年度报告')
    expect(title).toBe('新光镇2020年政府信息公开工作年度报告')
  })

  it('is the last of titles of different years behind each other, which is noted', async () => {
    const titles = [2018, 2019, 2020].map((year) => `桃江县${year}年政府信息公开工作年度报告`)
    const report = await read(...titles, '一、总体情况', '公开信息3条。')
    expect(report.year).toBe(2020)
    expectIssue(report, 'year.conflict')
  })

  it('goes on where its last word is broken', async () => {
    const { title } = await read('桃江县2020年政府信息公开工作年', '度报告')
    expect(title).toBe('桃江县2020年政府信息公开工作年度报告')
  })
})

describe('the year', () => {
  it('is that of which the text speaks most, which is noted', async () => {
    const report = await read(
      '一、总体情况',
      '2023年,在区委的领导下,公开信息3条。',
      '结转2024年度办理1件。2023年无诉讼。',
    )
    expect(report.year).toBe(2023)
    expectIssue(report, 'year.inferred')
  })

  it('is told by a report that calls itself one of work or of the state of things', async () => {
    const report = await read('现将我办2022年度政府信息公开情况报告如下:')
    expect(report.year).toBe(2022)
    expect(issueCodes(report)).not.toContain('year.inferred')
  })
})

it('a text with the chapters of the form is a report, though title and tables are lost', async () => {
  const text = ['一、总体情况', '2022年,我委公开政府信息3条。']
  const chapters = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '五、存在的主要问题及改进情况']
  const report = await readReport([...text, ...chapters].join('\n'))
  expect(report.year).toBe(2022)
  expect(report.form).toBeNull()
})
