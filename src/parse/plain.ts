import { RADICAL_FORMS } from '../domain/character-forms.ts'

const RADICALS = new RegExp(`[${Object.keys(RADICAL_FORMS).join('')}]`, 'gu')
/** Readings that copying software has written behind characters: 公开(kāi). */
const PINYIN = /\([a-zà-öø-ÿāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,7}\)/giu
/** Characters that take no place, and marks of what could not be shown; bounded, because a longer run would overflow the engine's stack. */
const INVISIBLE = /[\s\p{Cf}\ufffd]{1,1000}/gu

/**
 * Text for comparing: compatibility forms folded (full-width digits, CJK radicals), white space, invisible characters and inserted
 * readings gone.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(RADICALS, (radical) => RADICAL_FORMS[radical] ?? radical)
    .replace(PINYIN, '')
}
