/**
 * What was read of a document, with every control character as its picture (␛): printed as it is, one could tell a terminal what to
 * do. Texts keep their lengths; tabs and line breaks stay.
 */
export function printable<Read>(read: Read): Read {
  return shown(read) as Read
}

function shown(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(CONTROLS, picture)
  if (Array.isArray(value)) return value.map(shown)
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, shown(each)]))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(each)]))
}

// Every one but tab and line feed.
const CONTROLS = /(?![\t\n])\p{Cc}/gu

function picture(control: string): string {
  const code = control.charCodeAt(0)
  if (code === 0x7f) return '␡'
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd'
}
