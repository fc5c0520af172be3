import { RADICAL_FORMS } from '../domain/character-forms.ts'
import { remembered } from './remembered.ts'

const RADICALS = new RegExp(`[${Object.keys(RADICAL_FORMS).join('')}]`, 'gu')
/** Readings that copying software has written behind characters: 公开(kāi). */
const PINYIN = /\([a-zà-öø-ÿāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,7}\)/giu
/** Raised, lowered and circled digits: a mark beside a number, which would become part of it. */
const DIGIT_MARK =
  /[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]/gu
/** Characters that take no place, and marks of what could not be shown; bounded, because a longer run would overflow the engine's stack. */
const INVISIBLE = /[\s\p{Cf}\ufffd]{1,1000}/gu

/** Chinese characters, digits and marks that have one form only. */
const IS_PLAIN = /^[0-9.%、。《》“”\u4e00-\u9fff]*$/u

/** Spaces, and full-width marks and digits: what prose has beside these. */
const IS_PLAIN_BUT_FOR_WIDTH = /^[0-9.%,;:()、。《》“”\u4e00-\u9fff！-？ \t\u3000]*$/u
const WIDTH = /[！-？ \t\u3000]/gu
/** From a full-width mark to its half-width form. */
const TO_HALF_WIDTH = 0xfee0

/**
 * Text for comparing: compatibility forms folded (full-width digits, CJK radicals), white space, invisible characters and inserted
 * readings gone. 24① is 24(1), never 241.
 */
export function plain(text: string): string {
  if (IS_PLAIN.test(text)) return text
  return IS_PLAIN_BUT_FOR_WIDTH.test(text) ? text.replace(WIDTH, narrowed) : folded(text)
}

const narrowed = (mark: string) => (mark < '！' ? '' : String.fromCharCode(mark.charCodeAt(0) - TO_HALF_WIDTH))

const folded = remembered((text) => {
  return text
    .replace(DIGIT_MARK, (mark) => `(${mark.normalize('NFKC').replace(/\D/g, '')})`)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(RADICALS, (radical) => RADICAL_FORMS[radical] ?? radical)
    .replace(PINYIN, '')
})
