import type { ClaimSubject } from './claim.ts'
import { isFigurePath } from './figure-paths.ts'
import { unitOfFigure } from './figure-terms.ts'
import type { Unit } from './units.ts'

// How sentences print their numbers. All patterns are for plain text (see `plain`).

const COUNTED = '件次|件|项|起|宗|例|份|人次|条|期|元|万元|次|个|名|人|位|家|篇|场|处|则'

/** A number with its unit: groups about, number, 百 to 万, more, unit, more. */
export const COUNT = new RegExp(
  `(约|近|逾|超过?|将近|大约)?(\\d{1,12}(?:\\.\\d{1,4})?)([百千万])?(余|多)?(${COUNTED})?(以上|左右|余)?`,
  'gu',
)
/** A number in Chinese numerals with what it counts: 十二件, 两起. One of something is often no count: 一项工作. */
export const SPELT_COUNT = /[零一二两三四五六七八九十百]{1,6}(?=余?(?:件次|件|起|宗|例|条|篇|期|人次))/gu
/** The end of a count behind which another begins without a comma: 复议2件、诉讼1件; 156件占23%. */
export const END_OF_COUNT = new RegExp(`(\\d[余多]?(?:${COUNTED})(?:以上|左右)?)(?:、|和|及|以及|与|(?=占))`, 'gu')
/** What makes another number of the digits before it: 5%, 3个百分点. */
export const RATE = /^(?:%|‰|个?百分点|倍)/u
/** A number behind it counts nothing: 第3项. */
export const ORDINAL = /[第〔[]$/u
/** A thousands separator. */
export const THOUSANDS = /(\d),(?=\d{3}(?!\d))/gu
/** A clause that states a share: groups the words that say of what, and the digits. */
export const SHARE = /^(?:约|分别|各)?(?:占|比例|占比)([^\d%]{0,24})(\d{1,3}(?:\.\d{1,4})?)%$/u

const CASES = ['件', '项', '起', '宗', '例', '件次', '份', '条', '个', '次']

/** The scale that makes a unit of money of 元: 430万元 is an amount in 万元. */
export const MONEY_SCALE = '万'

/** The units in which sentences count what the forms count in a unit of theirs. */
const COUNTED_AS: Readonly<Record<Unit, readonly string[]>> = {
  CASES,
  ENTRIES: ['条', '件', '项', '份', '篇', '个', '则'],
  DOCUMENTS: ['件', '份', '个', '项', '条'],
  ITEMS: ['项', '个', '件'],
  TIMES: ['次', '期', '场', '个'],
  ARTICLES: ['篇', '件', '条', '份', '个'],
  UNITS: ['个', '处', '家'],
  PERSONS: ['人', '名', '位'],
  PERSON_TIMES: ['人次', '人', '名'],
  TEN_THOUSAND_YUAN: ['元', '万元'],
}

/** Whether a sentence can count the subject in the unit that it prints; an amount is none without one. */
export function isCountedIn(subject: ClaimSubject, unit: string | null): boolean {
  const counted = isFigurePath(subject) ? COUNTED_AS[unitOfFigure(subject, null)] : CASES
  return unit === null ? counted !== COUNTED_AS.TEN_THOUSAND_YUAN : counted.includes(unit)
}
/** A share in brackets behind what it is of: 予以公开39件(26.53%). */
export const BRACKETED_SHARE = /^(\d{1,3}(?:\.\d{1,4})?)%$/u
/** What stands before such brackets. */
export const ENDS_IN_COUNT = /\d[件项宗条起]$/u
