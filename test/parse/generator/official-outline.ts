import type { OutcomeGroup } from '../../../src/domain/application-rows.ts'

// The outline numbers and headings that the forms print around their rows.

export const OUTLINE_2019: Readonly<Record<OutcomeGroup, string>> = {
  GRANTED: '（一）',
  PARTLY_GRANTED: '（二）',
  REFUSED: '（三）',
  UNABLE: '（四）',
  NOT_PROCESSED: '（五）',
  OTHERWISE_HANDLED: '（六）',
}

const HEADINGS_2014: Readonly<Record<string, readonly string[]>> = {
  '1.1': ['一、主动公开情况'],
  '1.3.1': ['（三）通过不同渠道和方式公开政府信息的情况'],
  '2.1': ['二、回应解读情况'],
  '2.2.1': ['（二）通过不同渠道和方式回应解读的情况'],
  '3.1': ['三、依申请公开情况'],
  '8.1': ['八、机构建设和保障经费情况'],
  '9.1': ['九、政府信息公开会议和培训情况'],
}
const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** The headings above a row of the statistics table, and the outline number before its label. */
export function groupsOf2014(number: string): { groups: readonly string[]; outline: string } {
  const parts = number.split('.')
  const last = parts.at(-1) ?? ''
  const groups = HEADINGS_2014[number] ?? []
  if (/[a-z]/.test(last)) return { groups, outline: last === 'a' ? '其中：' : '' }
  if (parts.length === 1) return { groups, outline: `${CHINESE[Number(last)]}、` }
  if (parts.length === 2) return { groups, outline: `（${CHINESE[Number(last)]}）` }
  return { groups, outline: `${last}.` }
}
