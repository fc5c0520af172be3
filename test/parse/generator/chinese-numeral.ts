const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const SCALES = ['', '十', '百', '千']

/** A number below ten thousand in Chinese numerals: 15 → 十五, 105 → 一百〇五. */
export function chineseNumeral(value: number): string {
  if (value < 10) return DIGITS[value] ?? ''
  const digits = [...String(value)].map(Number)
  const spelt = digits.map((digit, index) =>
    digit === 0 ? '〇' : `${DIGITS[digit]}${SCALES[digits.length - 1 - index]}`,
  )
  return spelt.join('').replace(/〇+$/, '').replace(/〇+/g, '〇').replace(/^一十/, '十')
}

/** A number digit by digit: 2014 → 二〇一四. */
export function chineseDigits(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)]).join('')
}
