/** A share in per cent with two places, rounded half up as readers do it by hand; null where there is no whole. */
export function shareOf(part: string, whole: string): string | null {
  if (Number(whole) === 0) return null
  const hundredths = Math.floor((Number(part) * 20_000 + Number(whole)) / (2 * Number(whole)))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}
