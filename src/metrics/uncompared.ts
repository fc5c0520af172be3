import { type FigurePath, keyOf } from '../domain/figure-paths.ts'
import { STATISTICS_TABLE } from '../domain/statistics-table.ts'
import type { Sentence } from './comparability.ts'

/** Figures that no other form counts, and why. Together with the categories they are all figures of all forms. */
export interface Uncompared {
  readonly paths: readonly FigurePath[]
  readonly why: Sentence
}

/** The rows of the statistics table outside requests, reconsideration and litigation that belong to no category. */
const ONLY_IN_2014 = STATISTICS_TABLE.map(({ path }) => path as FigurePath).filter((path) => {
  const key = keyOf(path)
  return key.family === 'disclosure' && key.item !== 'NORMATIVE_DOCUMENTS' && key.item !== 'PROACTIVE'
})

export const UNCOMPARED: readonly Uncompared[] = [
  {
    paths: ONLY_IN_2014,
    why: {
      zh: '只有2014年统计表有这一指标；2019年起的格式没有相应的行。',
      en: 'Only the form of 2014 has the indicator; the forms since 2019 have no such row.',
    },
  },
  {
    paths: ['disclosure.REGULATIONS.DISCLOSED'],
    why: {
      zh: '只有2019年格式统计本年新公开数量。',
      en: 'Only the form of 2019 counts what is newly disclosed.',
    },
  },
  {
    paths: ['disclosure.REGULATIONS.DISCLOSED_TOTAL', 'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED_TOTAL'],
    why: {
      zh: '2019年格式计对外公开总数量，2021年格式计现行有效件数：公开过的与仍有效的不是一回事。',
      en: 'The form of 2019 counts all that is public, the form of 2021 all that is in force: the one is not the other.',
    },
  },
  {
    paths: ['disclosure.REGULATIONS.IN_FORCE', 'disclosure.NORMATIVE_DOCUMENTS.IN_FORCE'],
    why: {
      zh: '2021年格式计现行有效件数，2019年格式计对外公开总数量：仍有效的与公开过的不是一回事。',
      en: 'The form of 2021 counts all that is in force, the form of 2019 all that is public: the one is not the other.',
    },
  },
  {
    paths: ['disclosure.REGULATIONS.REPEALED', 'disclosure.NORMATIVE_DOCUMENTS.REPEALED'],
    why: { zh: '只有2021年格式统计废止件数。', en: 'Only the form of 2021 counts what is repealed.' },
  },
  {
    paths: [
      'disclosure.LICENSING.PREVIOUS_ITEMS',
      'disclosure.LICENSING.CHANGE',
      'disclosure.PENALTIES.PREVIOUS_ITEMS',
      'disclosure.PENALTIES.CHANGE',
      'disclosure.COERCION.PREVIOUS_ITEMS',
      'disclosure.COERCION.CHANGE',
    ],
    why: {
      zh: '只有2019年格式统计上一年项目数量与本年增/减。',
      en: 'Only the form of 2019 counts the items of the year before and their change.',
    },
  },
  {
    paths: ['disclosure.ADMINISTRATIVE_FEES.PREVIOUS_ITEMS', 'disclosure.ADMINISTRATIVE_FEES.CHANGE'],
    why: {
      zh: '2019年格式计收费项目的数量，2021年格式计收费金额：项目与金额不可比。',
      en: 'The form of 2019 counts the items of fees, the form of 2021 the money: items are no money.',
    },
  },
  {
    paths: [
      ...(['OTHER_EXTERNAL_MANAGEMENT', 'INSPECTION', 'CONFIRMATION'] as const).flatMap((item) =>
        (['PREVIOUS_ITEMS', 'CHANGE', 'DECISIONS'] as const).map(
          (measure): FigurePath => `disclosure.${item}.${measure}`,
        ),
      ),
      'disclosure.PROCUREMENT.PROJECTS',
      'disclosure.PROCUREMENT.AMOUNT',
    ],
    why: { zh: '只有2019年格式有这一行。', en: 'Only the form of 2019 has the row.' },
  },
]
