import { APPROXIMATE, CHINESE_COUNT, COUNT_UNIT } from '../../domain/document-words.ts'
import {
  DIGITS,
  type OtherMoney,
  PLACES_TO_TEN_THOUSAND_YUAN,
  TENS,
  YUAN,
  ZEROS_OF_SCALE,
} from '../../domain/numerals.ts'
import { readNumber } from './read-number.ts'

/** A number that is not printed in plain digits: what it comes to in the form's unit, or that it is not exact. */
export type LooseNumber = { readonly kind: 'CONVERTED'; readonly value: string } | { readonly kind: 'APPROXIMATE' }

/**
 * The plain text of a cell that is not just a number → the number it states: with its unit (`12项`, `3.5亿元` where the form counts in
 * 万元), in thousands or ten thousands (`2.2万`), in Chinese numerals (`二百三十`). About a hundred (`100余`) is not a figure. Null when
 * it is none of these.
 */
export function readLooseNumber(text: string, isMoney: boolean): LooseNumber | null {
  const spelt = text.replace(CHINESE_COUNT, (numeral) => arabic(numeral) ?? numeral)
  if (APPROXIMATE.test(spelt)) return { kind: 'APPROXIMATE' }
  const match = COUNT_UNIT.exec(spelt)
  if (match === null) return null
  const [, digits = '', scale = '', counted = ''] = match
  if (counted !== '' && isMoney !== (counted === YUAN)) return null
  // 2.2万 where amounts are in 万元 anyway could be either.
  if (isMoney && scale !== '' && counted === '') return null
  const value = timesTenTo(
    digits,
    (ZEROS_OF_SCALE.get(scale) ?? 0) + (counted === YUAN ? PLACES_TO_TEN_THOUSAND_YUAN[YUAN] : 0),
  )
  return value === null ? null : { kind: 'CONVERTED', value }
}

/** An amount in 元 or 亿元 → in 万元; null where it is no amount, or has more places than are kept. */
export function inTenThousandYuan(text: string, unit: OtherMoney): string | null {
  return timesTenTo(text, PLACES_TO_TEN_THOUSAND_YUAN[unit])
}

function timesTenTo(text: string, places: number): string | null {
  const number = readNumber(text)
  return number.value === null ? null : readNumber(movePoint(number.value, places)).value
}

/** The number that the text of a cell states, whether in plain digits or not; null where it states none. */
export function numberIn(text: string): number | null {
  const { value } = readNumber(text)
  if (value !== null) return Number(value)
  const loose = readLooseNumber(text, false)
  return loose?.kind === 'CONVERTED' ? Number(loose.value) : null
}

/** Whether a cell can be read as a number by `readLooseNumber`, whatever it counts, or says about how much it is. */
export function isLooseNumber(text: string): boolean {
  return readLooseNumber(text, false) !== null || readLooseNumber(text, true) !== null
}

/** A number in plain decimal digits times a power of ten, digit by digit: nothing is rounded. */
function movePoint(value: string, places: number): string {
  const sign = value.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = value.slice(sign.length).split('.')
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`
  const point = Math.max(0, -places) + whole.length + places
  return `${sign}${digits.slice(0, point)}.${digits.slice(point) || '0'}`
}

/** 二百三十 → 230, 二〇 → 20; null where the numeral is not well formed. Tens must grow smaller: 十百 is no number. */
function arabic(numeral: string): string | null {
  const digitOf = (character: string) => DIGITS.get(character) ?? 0
  const characters = [...numeral]
  if (!characters.some((character) => TENS.has(character))) return characters.map(digitOf).join('')
  let sum = 0
  let digit: number | null = null
  let last = 10_000
  for (const character of characters) {
    const tens = TENS.get(character)
    if (tens === undefined) {
      if (digit !== null && digit !== 0) return null
      digit = digitOf(character)
    } else {
      if (tens >= last || (digit === null && tens > 10)) return null
      sum += (digit ?? 1) * tens
      last = tens
      digit = null
    }
  }
  return String(sum + (digit ?? 0))
}
