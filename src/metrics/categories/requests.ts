import type { ApplicationRow } from '../../domain/application-rows.ts'
import { type Category, exact, notCounted, roughly, row, since2019 } from '../category.ts'

// What came in, by which way, and how much of it was dealt with.

const NO_CHANNELS = notCounted({
  zh: '该格式不按渠道统计申请。',
  en: 'The form does not count requests by the way in which they came.',
})

const byChannel = (code: ApplicationRow, label: string, labelEn: string): Category => ({
  label,
  labelEn,
  on: { FORM_2014: exact(row(code)), FORM_2019: NO_CHANNELS, FORM_2021: NO_CHANNELS },
})

const NO_DEADLINES = notCounted({
  zh: '该格式不统计是否按时办结。',
  en: 'The form does not count whether requests were closed on time.',
})

const byDeadline = (code: ApplicationRow, label: string, labelEn: string): Category => ({
  label,
  labelEn,
  on: { FORM_2014: exact(row(code)), FORM_2019: NO_DEADLINES, FORM_2021: NO_DEADLINES },
})

export const REQUESTS = {
  RECEIVED: {
    label: '本年新收申请',
    labelEn: 'Requests received in the year',
    on: { FORM_2014: exact(row('RECEIVED')), ...since2019(row('RECEIVED')) },
  },
  CARRIED_IN: {
    label: '上年结转申请',
    labelEn: 'Requests carried over from the year before',
    on: {
      FORM_2014: notCounted({ zh: '2014年统计表没有上年结转。', en: 'The form of 2014 has no row for them.' }),
      ...since2019(row('CARRIED_IN')),
    },
  },
  HANDLED: {
    label: '本年办理申请总数',
    labelEn: 'Requests handled in the year',
    on: {
      FORM_2014: roughly(
        {
          zh: '2014年统计表的申请答复数把“告知作出更改补充”也计作答复，而申请并未办结。',
          en: 'The form of 2014 counts answers, and among them notices to change or supplement a request, which do not close it.',
        },
        row('HANDLED_TOTAL'),
      ),
      ...since2019(row('HANDLED_TOTAL')),
    },
  },
  CARRIED_OVER: {
    label: '结转下年度申请',
    labelEn: 'Requests carried over to the next year',
    on: {
      FORM_2014: roughly(
        {
          zh: '2014年统计表没有结转：由收到申请数减申请答复数推算，不计上年结转。',
          en: 'The form of 2014 has no row for them: worked out as received less answered, without what the year before left over.',
        },
        row('RECEIVED'),
        { minus: row('HANDLED_TOTAL') },
      ),
      ...since2019(row('CARRIED_OVER')),
    },
  },
  RECEIVED_IN_PERSON: byChannel('RECEIVED_IN_PERSON', '当面申请', 'Requests made in person'),
  RECEIVED_BY_FAX: byChannel('RECEIVED_BY_FAX', '传真申请', 'Requests made by fax'),
  RECEIVED_ONLINE: byChannel('RECEIVED_ONLINE', '网络申请', 'Requests made online'),
  RECEIVED_BY_LETTER: byChannel('RECEIVED_BY_LETTER', '信函申请', 'Requests made by letter'),
  CLOSED: byDeadline('CLOSED', '申请办结', 'Requests closed'),
  CLOSED_ON_TIME: byDeadline('CLOSED_ON_TIME', '按时办结', 'Requests closed on time'),
  CLOSED_EXTENDED: byDeadline('CLOSED_EXTENDED', '延期办结', 'Requests closed after an extension'),
} as const satisfies Record<string, Category>
