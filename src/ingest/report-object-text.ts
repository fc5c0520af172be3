import type { ParseError } from '../parse/parse-error.ts'
import type { IngestSource } from './preview.ts'
import type { ReportObjectError } from './report-object.ts'

/** What bytes of JSON hold, or why it is nothing that can be ingested. */
export type ReportObjectText =
  | { readonly ok: true; readonly source: IngestSource }
  | { readonly ok: false; readonly error: ReportObjectError | ParseError }

/** The text of a report object in UTF-8, as `hub read FILE --json` prints it. A byte order mark before it is passed over. */
export function reportObjectIn(bytes: Uint8Array): ReportObjectText {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const [expected, got] = ['a report object as JSON in UTF-8', 'bytes that are no UTF-8']
    const message = `Expected ${expected}, got ${got}. Save the file as UTF-8.`
    return { ok: false, error: { code: 'WRONG_ENCODING', expected, got, message } }
  }
  try {
    return { ok: true, source: { kind: 'STRUCTURED', object: JSON.parse(text) } }
  } catch (error) {
    const expected = 'a report object as JSON'
    const got = `text that is not JSON: ${reason(text, error)}`
    const message = `Expected ${expected}, got ${got}. Compare what hub read FILE --json prints.`
    return { ok: false, error: { code: 'INVALID_REPORT_OBJECT', expected, got, message } }
  }
}

// The parser names the place or quotes it, save for the end of the text.
function reason(text: string, error: unknown): string {
  const told = error instanceof Error ? error.message : String(error)
  if (!told.startsWith('Unexpected end')) return told
  const lines = text.split('\n')
  return `${told} (line ${lines.length} column ${(lines.at(-1) ?? '').length + 1})`
}
