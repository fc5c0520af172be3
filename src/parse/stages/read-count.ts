import type { Claim, ClaimSubject } from '../../domain/claim.ts'
import { isCountedIn, MONEY_SCALE } from '../../domain/sentence-numbers.ts'
import { readLooseNumber } from './read-loose-number.ts'

/** A match of `COUNT` → the number that it states of a figure, or of whatever it may be; null where the figure is not counted so. */
export function readCount(
  [, about, digits = '', scale, more, unit, above]: RegExpMatchArray,
  subject: ClaimSubject | null,
): Pick<Claim, 'value' | 'unit' | 'approximate'> | null {
  const isMoney = subject?.endsWith('.AMOUNT') ?? false
  const printed = isMoney && scale === MONEY_SCALE ? `${scale}${unit ?? ''}` : (unit ?? null)
  if (subject !== null && !isCountedIn(subject, printed)) return null
  const value = isMoney ? digits : timesScale(digits, scale)
  if (value === null || (!isMoney && value.includes('.'))) return null
  const approximate = [about, more, above, isMoney ? undefined : scale].some((mark) => mark !== undefined)
  return { value: value.replace(/^0+(?=\d)/, ''), unit: printed, approximate }
}

function timesScale(digits: string, scale: string | undefined): string | null {
  if (scale === undefined) return digits
  const read = readLooseNumber(`${digits}${scale}`, false)
  return read?.kind === 'CONVERTED' ? read.value : null
}
