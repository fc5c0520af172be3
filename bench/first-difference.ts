/**
 * Where two JSON values differ first, in words: `reports[3].cells[17]: "a" and "b"`. Null when they are equal. The order of the keys of an
 * object is no difference.
 */
export function firstDifference(one: unknown, other: unknown, at = ''): string | null {
  if (Array.isArray(one) && Array.isArray(other)) {
    for (let index = 0; index < Math.min(one.length, other.length); index += 1) {
      const within = firstDifference(one[index], other[index], `${at}[${index}]`)
      if (within !== null) return within
    }
    return one.length === other.length ? null : `${at}: ${one.length} and ${other.length} entries`
  }
  if (isObject(one) && isObject(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const within = firstDifference(one[key], other[key], at === '' ? key : `${at}.${key}`)
      if (within !== null) return within
    }
    return null
  }
  return Object.is(one, other) ? null : `${at || 'the answer'}: ${short(one)} and ${short(other)}`
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}
