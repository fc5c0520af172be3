import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/parse/parse.ts'

/** What a case's expected.json says: written by the one who wrote the report, never by the parser. */
interface Expected {
  readonly district: string
  readonly year: number
  /** Null where the report has no tables. */
  readonly form: string | null
  readonly agency?: { readonly kind: string; readonly name: string }
  /** Path → value, or the state of a figure that states none. */
  readonly figures: Readonly<Record<string, string>>
  /** The codes of the issues, in the order in which they are noted. */
  readonly issues: readonly string[]
  /** What sentences state. */
  readonly claims?: readonly { readonly subject: string; readonly value: string; readonly sentence: string }[]
  readonly unrecognisedRows?: readonly { readonly label: string; readonly values: readonly string[] }[]
}

const FOLDER = import.meta.dirname
const BESIDE_THE_SOURCE = ['about.md', 'expected.json']

const cases = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe.each(cases)('%s', (name) => {
  const folder = join(FOLDER, name)

  it('says what it is about, and holds one source', () => {
    for (const file of BESIDE_THE_SOURCE) expect(existsSync(join(folder, file)), `${name}/${file}`).toBe(true)
    expect(readFileSync(join(folder, 'about.md'), 'utf8').trim()).not.toBe('')
    expect(sourcesIn(folder)).toHaveLength(1)
  })

  it('is read as the report that was written', async () => {
    const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
    const [source = ''] = sourcesIn(folder)
    const parsed = await parse({ bytes: readFileSync(join(folder, source)), name: source })
    if (!parsed.ok) throw new Error(parsed.error.message)
    const { report } = parsed
    const figures = [...report.figures].map(([path, { state, value }]) => [path, value ?? state])
    expect({
      district: report.district?.code,
      year: report.year,
      form: report.form,
      figures: Object.fromEntries(figures),
      issues: report.issues.map(({ code }) => code),
      ...(expected.agency && { agency: report.agency }),
      ...(expected.claims && {
        claims: report.claims.map(({ subject, value, sentence }) => ({ subject, value, sentence })),
      }),
      ...(expected.unrecognisedRows && {
        unrecognisedRows: report.unrecognisedRows.map(({ label, values }) => ({ label, values })),
      }),
    }).toEqual(expected)
  })
})

function sourcesIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => !BESIDE_THE_SOURCE.includes(file))
}
