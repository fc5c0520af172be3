import { z } from 'zod'
import { CLAIM_SCOPES, type ClaimSubject, isClaimSubject } from '../domain/claim.ts'
import { FIGURE_STATES } from '../domain/figure.ts'
import { type FigurePath, isFigurePath } from '../domain/figure-paths.ts'
import { SEVERITIES } from '../domain/finding.ts'
import { FORMS } from '../domain/forms.ts'
import { ISSUE_CODES } from '../domain/issue.ts'
import { isSourceUrl, SOURCE_URL } from '../domain/source-url.ts'
import { TABLES } from '../domain/tables.ts'
import { codesOf } from '../domain/terms.ts'

/** Text as it can be stored: half a character, or a NUL, would silently become another. */
const text = z
  .string()
  .refine((given) => given.isWellFormed() && !given.includes('\0'), 'text without NUL and half characters')

/** The longest label, title, sentence or cell, in UTF-16 code units: more than any that is published. Sections may be longer. */
const SHORT = 10_000
const TITLE = 500
const NAME = 200
const shortText = (longest = SHORT) =>
  text.max(longest, `a text of more than ${longest} characters, where none is so long`)

/** More rows than any report has. */
const MOST_ROWS = 10_000
const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.array(entry).max(MOST_ROWS, `more than ${MOST_ROWS} entries`)

const place = z.int().positive().max(2_147_483_647)
const locator = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('TEXT'), line: place, column: place }),
    z.strictObject({ kind: z.literal('TABLE'), table: place, row: place, cell: place }),
    z.strictObject({ kind: z.literal('BLOCK'), block: place }),
    z.strictObject({
      kind: z.literal('PAGE'),
      page: place,
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly(),
    }),
  ])
  .describe('Where it is printed: a place in a text, a cell of a table, a block of text, a place on a page.')

const figurePath = z
  .custom<FigurePath>((text) => typeof text === 'string' && isFigurePath(text))
  .meta({
    type: 'string',
    description: 'The path of a figure: applications.GRANTED.TOTAL.',
  })

const within = z.int().min(0).max(SHORT)
const range = z
  .strictObject({ index: within.max(MOST_ROWS - 1), start: within, end: within })
  .describe(
    'Where in `snippets` it stands: which one, from where to where in UTF-16 code units, all counted from nought.',
  )

const figure = z.strictObject({
  state: z.enum(codesOf(FIGURE_STATES)),
  value: z
    .number()
    .refine(
      (value) => /^-?\d{1,15}(\.\d{1,4})?$/.test(String(value)),
      'at most fifteen digits, four of them decimal places',
    )
    .nullable()
    .describe("In the form's unit; null unless the state is STATED."),
  raw: shortText().optional().describe('The text of the cell, as printed; the value itself when left out.'),
  at: locator.nullable().optional(),
  snippet: range.optional(),
})

const plainDecimal = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, 'a number in plain decimal digits')

const side = z.strictObject({
  paths: z.array(figurePath),
  value: z.string(),
  year: z.int().nullable().optional().describe('The year of the other report whose figures they are.'),
  statements: z.array(z.strictObject({ sentence: text, at: locator.nullable() })).optional(),
})

const claimSubject = z
  .custom<ClaimSubject>((given) => typeof given === 'string' && isClaimSubject(given))
  .meta({ type: 'string', description: 'The path of the figure that the sentence speaks of.' })
const term = z
  .strictObject({ subject: claimSubject.nullable(), value: plainDecimal.nullable() })
  .refine(({ subject, value }) => subject !== null || value !== null, 'neither a subject nor a value')

const date = z.iso.date().refine((given) => given >= '1900' && given < '2100', 'a day from 1900 to 2099')

/** The JSON of one report: what `hub read --json` prints, and what ingestion takes as structured input. */
export const reportObject = z.strictObject({
  district: z
    .strictObject({ code: z.string().regex(/^\d{6}$/, 'a code of six digits'), name: shortText(NAME).optional() })
    .nullable()
    .describe('The division of GB/T 2260; null when the document does not tell it beyond doubt.'),
  agency: shortText(NAME).min(1).nullable().describe('The body that issues the report, as printed.'),
  year: z.int().min(1990).max(2099).nullable().describe('The year reported on.'),
  form: z.enum(codesOf(FORMS)).nullable().describe('The statutory form, told by the tables found.'),
  title: shortText(TITLE).nullable(),
  period: z
    .strictObject({ from: date, to: date })
    .refine(({ from, to }) => from <= to, 'a period that ends before it begins')
    .nullable(),
  sourceUrl: z
    .string()
    .refine(isSourceUrl, `not ${SOURCE_URL}`)
    .nullable()
    .optional()
    .describe('Where the document was published. It is never asked for.'),
  figures: z.record(z.string(), figure).describe('By path. Only what the document prints.'),
  unrecognisedRows: listOf(
    z.strictObject({
      table: z.enum(codesOf(TABLES)),
      label: shortText(),
      values: listOf(shortText()),
      at: locator.nullable().optional(),
    }),
  )
    .optional()
    .describe('Rows with values that the form does not have, as printed.'),
  claims: listOf(
    z.strictObject({
      subject: claimSubject,
      value: plainDecimal,
      parts: listOf(plainDecimal)
        .optional()
        .describe('The numbers of which the value is the sum, where the sentence lists what the form counts as one.'),
      unit: shortText(10).nullable(),
      approximate: z.boolean(),
      scope: z.enum(codesOf(CLAIM_SCOPES)).nullable(),
      sentence: shortText(),
      at: locator.nullable().optional(),
    }),
  )
    .optional()
    .describe('Numbers that sentences state: evidence beside the tables, never figures.'),
  shares: listOf(
    z.strictObject({
      percent: z.string().regex(/^\d{1,5}(\.\d{1,10})?$/, 'a percentage in plain decimal digits, without its sign'),
      part: term,
      whole: term,
      sentence: shortText(),
      at: locator.nullable().optional(),
    }),
  )
    .optional()
    .describe('Shares that sentences state: evidence beside the tables, like claims.'),
  sections: listOf(z.strictObject({ heading: shortText().nullable(), text, at: locator.nullable().optional() })),
  issues: listOf(
    z.strictObject({
      code: z.enum(codesOf(ISSUE_CODES)),
      message: shortText(),
      paths: listOf(figurePath),
      raw: shortText().nullable(),
      at: locator.nullable(),
      snippet: range.optional(),
    }),
  ),
  snippets: listOf(shortText())
    .optional()
    .describe('The rows and lines in which figures and issues stand, as printed, each once.'),
  findings: z
    .array(
      z.strictObject({
        ruleId: z.string(),
        severity: z.enum(codesOf(SEVERITIES)),
        message: z.string(),
        left: side,
        right: side,
        difference: z.string(),
        unit: z.string().nullable().optional(),
        sameAs: z.array(figurePath).optional(),
        remedy: z.string().optional(),
      }),
    )
    .optional()
    .describe('Worked out anew at ingestion; ignored in input.'),
})

export type ReportObject = z.output<typeof reportObject>
/** One of its figures. */
export type FigureObject = z.output<typeof figure>

/** The JSON Schema (2020-12) of the report object. */
export function reportObjectJsonSchema(): object {
  return z.toJSONSchema(reportObject, { unrepresentable: 'any' })
}
