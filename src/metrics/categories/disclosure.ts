import type { FigurePath } from '../../domain/figure-paths.ts'
import { type Category, exact, notCounted, roughly, since2019 } from '../category.ts'

// What agencies disclose, decide and charge of their own accord: of few things do two forms count the same.

const NO_DECISIONS = notCounted({
  zh: '2014年统计表不统计处理决定。',
  en: 'The form of 2014 does not count decisions.',
})

const decisions = (path: FigurePath, label: string, labelEn: string): Category => ({
  label,
  labelEn,
  on: { FORM_2014: NO_DECISIONS, ...since2019(path) },
})

export const DISCLOSURE = {
  NORMATIVE_DOCUMENTS_ISSUED: {
    label: '制发规范性文件',
    labelEn: 'Normative documents issued',
    on: {
      FORM_2014: roughly(
        {
          zh: '2014年统计表计“制发规范性文件总数”；2021年起专指行政规范性文件，范围较窄。',
          en: 'The form of 2014 counts all normative documents issued; since 2021 the legal term (administrative normative documents) is narrower.',
        },
        'disclosure.NORMATIVE_DOCUMENTS.ISSUED',
      ),
      FORM_2019: roughly(
        {
          zh: '2019年格式计“规范性文件本年新制作数量”；2021年起专指行政规范性文件，范围较窄。',
          en: 'The form of 2019 counts normative documents newly made; since 2021 the legal term (administrative normative documents) is narrower.',
        },
        'disclosure.NORMATIVE_DOCUMENTS.MADE',
      ),
      FORM_2021: exact('disclosure.NORMATIVE_DOCUMENTS.ISSUED'),
    },
  },
  NORMATIVE_DOCUMENTS_DISCLOSED: {
    label: '本年公开规范性文件',
    labelEn: 'Normative documents disclosed in the year',
    on: {
      FORM_2014: roughly(
        {
          zh: '2014年统计表以“条”计主动公开的规范性文件，2019年格式以“件”计本年新公开数量。',
          en: 'The form of 2014 counts entries disclosed, the form of 2019 documents newly disclosed.',
        },
        'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED',
      ),
      FORM_2019: exact('disclosure.NORMATIVE_DOCUMENTS.DISCLOSED'),
      FORM_2021: notCounted({
        zh: '2021年格式计制发、废止与现行有效件数，不计本年新公开数量。',
        en: 'The form of 2021 counts documents issued, repealed and in force, not those newly disclosed.',
      }),
    },
  },
  REGULATIONS_ISSUED: {
    label: '制发规章',
    labelEn: 'Rules (government regulations) issued',
    on: {
      FORM_2014: notCounted({ zh: '2014年统计表不单独统计规章。', en: 'The form of 2014 does not count them apart.' }),
      FORM_2019: roughly(
        {
          zh: '2019年格式计“本年新制作数量”，2021年格式计“本年制发件数”。',
          en: 'The form of 2019 counts those newly made, the form of 2021 those issued.',
        },
        'disclosure.REGULATIONS.MADE',
      ),
      FORM_2021: exact('disclosure.REGULATIONS.ISSUED'),
    },
  },
  LICENSING_DECISIONS: decisions('disclosure.LICENSING.DECISIONS', '行政许可处理决定', 'Licensing decisions'),
  PENALTY_DECISIONS: decisions('disclosure.PENALTIES.DECISIONS', '行政处罚处理决定', 'Penalty decisions'),
  COERCION_DECISIONS: decisions('disclosure.COERCION.DECISIONS', '行政强制处理决定', 'Compulsion decisions'),
  ADMINISTRATIVE_FEES_COLLECTED: {
    label: '行政事业性收费金额',
    labelEn: 'Administrative and institutional fees collected',
    on: {
      FORM_2014: notCounted({ zh: '2014年统计表不统计行政事业性收费。', en: 'The form of 2014 does not count them.' }),
      FORM_2019: notCounted({
        zh: '2019年格式计收费项目的数量，不计金额。',
        en: 'The form of 2019 counts the items of fees, not the money.',
      }),
      FORM_2021: exact('disclosure.ADMINISTRATIVE_FEES.AMOUNT'),
    },
  },
  PROACTIVELY_DISCLOSED: {
    label: '主动公开政府信息',
    labelEn: 'Government information proactively disclosed',
    on: {
      FORM_2014: exact('disclosure.PROACTIVE.COUNT'),
      FORM_2019: notCounted({ zh: '2019年格式不统计主动公开信息总数。', en: 'The form of 2019 does not count it.' }),
      FORM_2021: notCounted({ zh: '2021年格式不统计主动公开信息总数。', en: 'The form of 2021 does not count it.' }),
    },
  },
} as const satisfies Record<string, Category>
