/** The value of a Chinese digit, with its other spellings. */
export const DIGITS: ReadonlyMap<string, number> = new Map([
  ['〇', 0],
  ['○', 0],
  ['零', 0],
  ['一', 1],
  ['二', 2],
  ['两', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
])

/** What a numeral such as 二百三十 multiplies its digits by. */
export const TENS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** The zeros that a word puts behind a number in digits: 2.2万. */
export const ZEROS_OF_SCALE: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
])

export const YUAN = '元'

/** Units of money that the forms do not print, and the places by which the point moves to make 万元 of them. */
export const PLACES_TO_TEN_THOUSAND_YUAN = { 元: -4, 亿元: 4 } as const

/** A unit of money that is not the forms'. */
export type OtherMoney = keyof typeof PLACES_TO_TEN_THOUSAND_YUAN

/** Whether a unit of money is one that the forms do not print. */
export function isOtherMoney(unit: string): unit is OtherMoney {
  return unit in PLACES_TO_TEN_THOUSAND_YUAN
}
