import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/domain/report.ts'
import type { ShareTerm } from '../../../src/domain/share.ts'
import { readReport } from '../read-report.ts'

const TITLE = '北京市大兴区人民政府2018年政府信息公开工作年度报告'

/** The shares of a text of the district's report on 2018, one line each: percentage, part, whole. */
async function sharesIn(...lines: string[]): Promise<string[]> {
  return said(await readReport([TITLE, ...lines].join('\n')))
}

function said({ shares }: Report): string[] {
  const term = ({ subject, value }: ShareTerm) => `${subject?.replace(/\.(?:TOTAL|COUNT)$/, '') ?? '–'} ${value ?? '–'}`
  return shares.map(({ percent, part, whole }) => `${percent}: ${term(part)} / ${term(whole)}`)
}

describe('a percentage of what a sentence counts is a share', () => {
  it.each<[string, string[]]>([
    [
      '共收到政府信息公开申请40件。其中，当面申请9件，占总数的22.5%；以信函形式申请31件，占77.5%。',
      [
        '22.5: applications.RECEIVED_IN_PERSON 9 / applications.RECEIVED 40',
        '77.5: applications.RECEIVED_BY_LETTER 31 / applications.RECEIVED 40',
      ],
    ],
    [
      '收到政府信息公开申请40件，其中网络申请10件（占比25%）。',
      ['25: applications.RECEIVED_ONLINE 10 / applications.RECEIVED 40'],
    ],
    [
      '主动公开政府信息200条，其中，主动公开规范性文件50条，占全区主动公开政府信息数的比例为25.0%；其他类信息30条，占总体的比例为15%。',
      [
        '25.0: disclosure.NORMATIVE_DOCUMENTS.DISCLOSED 50 / disclosure.PROACTIVE 200',
        '15: – 30 / disclosure.PROACTIVE 200',
      ],
    ],
    [
      '受理政府信息公开申请40件，同意公开10件，占答复总数的33.3%。',
      ['33.3: applications.GRANTED 10 / applications.HANDLED_TOTAL –'],
    ],
  ])('%s', async (sentence, shares) => expect(await sharesIn(sentence)).toEqual(shares))

  it('of the answers, whether or not it is rounded as it should be, and of the applications where only they fit', async () => {
    const shares = await sharesIn(
      '收到政府信息公开申请40件，答复30件，同意公开15件，占总数的50%，部分公开4件，占总数的13.4%，不同意公开10件，占总数的25%。',
    )
    expect(shares).toEqual([
      '50: applications.GRANTED 15 / applications.HANDLED_TOTAL 30',
      '13.4: applications.PARTLY_GRANTED 4 / applications.HANDLED_TOTAL 30',
      '25: applications.REFUSED 10 / applications.RECEIVED 40',
    ])
  })

  it('of the total whose parts are listed one a line', async () => {
    expect(
      await sharesIn(
        '收到政府信息公开申请40件，其余的将在2019年答复。已经答复的30件申请中：',
        '“同意公开”的15件，占总数的50.00%；',
        '“不属于应当公开的政府信息”的5件，占总数的16.67％。',
      ),
    ).toEqual([
      '50.00: applications.GRANTED 15 / applications.HANDLED_TOTAL 30',
      '16.67: – 5 / applications.HANDLED_TOTAL 30',
    ])
  })

  it('with its sentence and the place where it begins', async () => {
    const { shares } = await readReport(`${TITLE}\n工作扎实。收到政府信息公开申请40件，当面申请9件，占22.5％。`)
    expect(shares).toEqual([
      {
        percent: '22.5',
        part: { subject: 'applications.RECEIVED_IN_PERSON.TOTAL', value: '9' },
        whole: { subject: 'applications.RECEIVED.TOTAL', value: '40' },
        sentence: '收到政府信息公开申请40件，当面申请9件，占22.5％。',
        at: { kind: 'TEXT', line: 2, column: 6 },
      },
    ])
  })
})

it('is read in brackets, too', async () => {
  expect(await sharesIn('收到政府信息公开申请40件，办结38件，予以公开19件（50%），不予公开8件（21.05%）。')).toEqual([
    '50: applications.GRANTED 19 / applications.HANDLED_TOTAL 38',
    '21.05: applications.REFUSED 8 / applications.HANDLED_TOTAL 38',
  ])
})

describe('a percentage that is not plainly the share of something gives none', () => {
  it.each([
    '收到政府信息公开申请40件，同比增长12.5%。',
    '收到政府信息公开申请40件，答复率100%。',
    '公开重点领域信息30条，占15%。',
    '收到政府信息公开申请40件，答复30件，咨询类9件，占总数的50%。',
    '收到政府信息公开申请约40件，当面申请近9件，占22.5%。',
    '收到政府信息公开申请40件，当面申请9件，占同类的50%。',
    '收到政府信息公开申请40件，办结率较高（95%）。',
  ])('%s', async (sentence) => expect(await sharesIn(sentence)).toEqual([]))
})

it('are read in the samples as they are printed, also where they are wrong', async () => {
  const sample = (name: string) => readFile(join(import.meta.dirname, `../../../samples/${name}.txt`))
  expect(said(await readReport(await sample('tongzhou-2018')))).toEqual(
    expect.arrayContaining([
      '23.14: applications.RECEIVED_IN_PERSON 156 / applications.RECEIVED 674',
      '16.54: applications.ALREADY_PUBLIC 109 / applications.HANDLED_TOTAL 659',
      '4.40: – 29 / applications.HANDLED_TOTAL 659',
      '76.97: – 8440 / disclosure.PROACTIVE 10965',
    ]),
  )
  expect(said(await readReport(await sample('chaoyang-2017')))).toEqual(
    expect.arrayContaining([
      '30.69: applications.RECEIVED_IN_PERSON 784 / applications.RECEIVED 2555',
      '11.3: applications.NOT_THIS_AGENCY 254 / applications.HANDLED_TOTAL 2258',
      '57.9: – 33874 / disclosure.PROACTIVE 58524',
    ]),
  )
})
