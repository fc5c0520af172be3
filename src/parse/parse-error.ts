/** Why a document was not read as a report. Codes are permanent. */
export type ParseErrorCode =
  | 'EMPTY_SOURCE'
  | 'NOT_A_REPORT'
  | 'WRONG_ENCODING'
  | 'SEVERAL_REPORTS'
  | 'UNSUPPORTED_FORMAT'
  | 'TOO_COMPLEX'

/** What was expected, what came, and in `message` both, with what to try. */
export interface ParseError {
  readonly code: ParseErrorCode
  readonly message: string
  readonly expected: string
  readonly got: string
}

function parseError(code: ParseErrorCode, expected: string, got: string, advice: string): ParseError {
  return { code, expected, got, message: `Expected ${expected}, got ${got}. ${advice}` }
}

/** The source has no text at all. */
export function emptySource(bytes: Uint8Array): ParseError {
  const got = bytes.length === 0 ? 'nothing' : `${bytes.length} bytes of white space`
  return parseError('EMPTY_SOURCE', 'the text of a report', got, 'Send the document itself.')
}

/** The source is of a format that is not read, or a document of a format that is read but has nothing to read. */
export function unsupportedFormat(format: string, advice = 'Send the text of the report.'): ParseError {
  return parseError('UNSUPPORTED_FORMAT', 'a document with text that can be read', format, advice)
}

/** Reading the document takes more time or memory than is given to one. */
export function tooComplex(milliseconds: number, megabytes: number, got: string): ParseError {
  const expected = `a document that is read within ${milliseconds / 1000} s and ${megabytes} MB`
  return parseError('TOO_COMPLEX', expected, got, 'Send the text of the report, without what stands around it.')
}

/** The bytes are not text. */
export function wrongEncoding(bytes: Uint8Array): ParseError {
  const start = Buffer.from(bytes.subarray(0, 8))
    .toString('hex')
    .replace(/(..)(?=.)/g, '$1 ')
  const got = `bytes in neither (they begin with ${start})`
  return parseError('WRONG_ENCODING', 'text in UTF-8, UTF-16 or GB18030', got, 'Save the document as UTF-8.')
}

/** What no text holds: NUL, and half of a pair of code units that is one character together. */
const NO_CHARACTER = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** The text has something in it that is no character; null when it has not. */
export function noCharacter(text: string): ParseError | null {
  const found = NO_CHARACTER.exec(text)
  if (found === null) return null
  const before = text.slice(0, found.index).split('\n')
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
  const [what, advice] =
    found[0] === '\0'
      ? ['a NUL (U+0000)', 'Leave it out.']
      : [
          `half a character (U+${found[0].charCodeAt(0).toString(16).toUpperCase()})`,
          'Send the whole character, or none.',
        ]
  return parseError('WRONG_ENCODING', 'a text of whole characters without NUL', `${what} in ${place}`, advice)
}

/** The text is not an annual report on information disclosure. */
export function notAReport(beginning: string): ParseError {
  const expected = 'an annual report on government-information disclosure (政府信息公开工作年度报告)'
  const got = `a text that begins with "${beginning}" and has neither a title nor a table of one`
  return parseError('NOT_A_REPORT', expected, got, 'Send the whole document, with its title and its tables.')
}

/** The text holds more than one report. */
export function severalReports(found: readonly string[]): ParseError {
  const got = `${found.length}: ${found.join('; ')}`
  return parseError('SEVERAL_REPORTS', 'one report', got, 'Send each report as a document of its own.')
}
