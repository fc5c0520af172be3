import { z } from 'zod'
import { agencyKindOf, namesAnotherPlace } from '../domain/agency.ts'
import { CLAIM_SCOPES, isClaimSubject } from '../domain/claim.ts'
import { districtByCode } from '../domain/district-registry.ts'
import { FIGURE_STATES, type Figure } from '../domain/figure.ts'
import { type FigurePath, formsOf, isFigurePath } from '../domain/figure-paths.ts'
import { type Finding, type FindingSide, SEVERITIES } from '../domain/finding.ts'
import { FORMS } from '../domain/forms.ts'
import { ISSUE_CODES, type IssueCode } from '../domain/issue.ts'
import { isOfKind, numberKindOf } from '../domain/number-kind.ts'
import type { Report } from '../domain/report.ts'
import type { SnippetRange } from '../domain/snippet.ts'
import { TABLES } from '../domain/tables.ts'
import { codesOf } from '../domain/terms.ts'
import { plain } from '../parse/plain.ts'
import { readNumber } from '../parse/stages/read-number.ts'

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
  .custom<FigurePath>((given) => typeof given === 'string' && isClaimSubject(given))
  .meta({ type: 'string', description: 'The path of the figure that the sentence speaks of.' })
const term = z
  .strictObject({ subject: claimSubject.nullable(), value: plainDecimal.nullable() })
  .refine(({ subject, value }) => subject !== null || value !== null, 'neither a subject nor a value')

const date = z.iso.date().refine((given) => given >= '1900' && given < '2100', 'a day from 1900 to 2099')

/** The JSON of one report: what `hub read --json` prints, and what ingestion takes as structured input. */
const reportObject = z.strictObject({
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

/** The JSON Schema (2020-12) of the report object. */
export function reportObjectJsonSchema(): object {
  return z.toJSONSchema(reportObject, { unrepresentable: 'any' })
}

/** A report and its findings → the report object. Values become JSON numbers: fifteen digits survive the way. */
export function toReportObject(report: Report, findings: readonly Finding[]): ReportObject {
  return {
    district: report.district,
    agency: report.agency?.name ?? null,
    year: report.year,
    form: report.form,
    title: report.title,
    period: report.period,
    figures: Object.fromEntries(
      [...report.figures].map(([path, figure]) => [
        path,
        { ...figure, value: figure.value === null ? null : Number(figure.value) },
      ]),
    ),
    unrecognisedRows: report.unrecognisedRows.map((row) => ({ ...row, values: [...row.values] })),
    claims: report.claims.map(({ parts, ...claim }) => ({ ...claim, ...(parts && { parts: [...parts] }) })),
    shares: report.shares.map((share) => ({ ...share })),
    sections: report.sections.map((section) => ({ ...section })),
    issues: report.issues.map((issue) => ({ ...issue, paths: [...issue.paths] })),
    snippets: [...report.snippets],
    findings: findings.map(({ sameAs, ...finding }) => ({
      ...finding,
      left: sideOf(finding.left),
      right: sideOf(finding.right),
      ...(sameAs && { sameAs: [...sameAs] }),
    })),
  }
}

const sideOf = ({ paths, statements, ...side }: FindingSide) => ({
  ...side,
  paths: [...paths],
  ...(statements && { statements: statements.map((statement) => ({ ...statement })) }),
})

/** Why a structured report was not taken. */
export interface ReportObjectError {
  readonly code: 'INVALID_REPORT_OBJECT'
  readonly message: string
  readonly expected: string
  readonly got: string
}

export type ReadReportObject =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly error: ReportObjectError }

/** Issues of figures whose value is not what their raw text says, or that were not taken though it says something. */
const CONVERSIONS: ReadonlySet<IssueCode> = new Set<IssueCode>(['cell.converted', 'cell.unreadable', 'row.repeated'])

/** A report object from outside → a report, or an error that names the first place where it is not one. */
export function readReportObject(json: unknown): ReadReportObject {
  const parsed = reportObject.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return invalid(issue?.path.join('.') || 'the object', issue?.message ?? 'something else')
  }
  const object = parsed.data
  const figures = new Map<FigurePath, Figure>()
  for (const [path, given] of Object.entries(object.figures)) {
    if (!isFigurePath(path)) return invalid(`figures.${path}`, 'not the path of a figure')
    const figure = readFigure(path, given, object)
    if (typeof figure === 'string') return invalid(`figures.${path}`, figure)
    figures.set(path, figure)
  }
  for (const [number, issue] of object.issues.entries()) {
    if (issue.snippet !== undefined && quoted(issue.snippet, object) === null) {
      return invalid(`issues.${number}.snippet`, 'a range that no snippet has')
    }
  }
  const district = object.district === null ? null : districtByCode(object.district.code)
  if (district === undefined) return invalid('district.code', `${object.district?.code}, which GB/T 2260 does not have`)
  const names = district === null ? [] : [district.fullName, district.name]
  const { name } = object.district ?? {}
  if (name !== undefined && !names.includes(name)) return invalid('district.name', `"${name}" for ${names[0]}`)
  if (object.agency !== null && district !== null && namesAnotherPlace(object.agency, district)) {
    return invalid('agency', `"${object.agency}", which is of another place than ${district.fullName}`)
  }
  return {
    ok: true,
    report: {
      district: district === null ? null : { code: district.code, name: district.fullName },
      agency:
        object.agency === null || district === null
          ? null
          : { kind: agencyKindOf(object.agency, district), name: object.agency },
      year: object.year,
      form: object.form,
      title: object.title,
      period: object.period,
      figures,
      unrecognisedRows: (object.unrecognisedRows ?? []).map((row) => ({ ...row, at: row.at ?? null })),
      claims: (object.claims ?? []).map(({ parts, ...claim }) => ({
        ...claim,
        ...(parts && { parts }),
        at: claim.at ?? null,
      })),
      shares: (object.shares ?? []).map((share) => ({ ...share, at: share.at ?? null })),
      sections: object.sections.map(({ heading, text, at }) => ({ heading, text, at: at ?? null })),
      issues: object.issues.map(({ snippet, ...issue }) => ({ ...issue, ...(snippet && { snippet }) })),
      snippets: object.snippets ?? [],
    },
  }
}

/** A figure as given → a figure, or in words what it contradicts. */
function readFigure(path: FigurePath, given: z.output<typeof figure>, object: ReportObject): Figure | string {
  const { form, issues } = object
  const { state, value, raw, at, snippet } = given
  // Too few tables to tell the form by can still have figures.
  if (form !== null && !formsOf(path).includes(form)) return `the form ${form} does not have this figure`
  if ((state === 'STATED') !== (value !== null)) {
    return `the state ${state} with the value ${value}: a value is given exactly when it is STATED`
  }
  const stated = value === null ? null : String(value)
  if (stated !== null && !isOfKind(stated, numberKindOf(path)))
    return `${stated}: not a number of the kind counted there`
  // Evidence that says otherwise is no evidence; the two may differ only where an issue tells why.
  const printed = raw === undefined ? null : readNumber(plain(raw)).value
  const isExplained = issues.some(({ code, paths }) => CONVERSIONS.has(code) && paths.includes(path))
  if (printed !== null && printed !== stated && !isExplained) return `the value ${stated} with the raw text "${raw}"`
  const figure = { state, value: stated, raw: raw ?? stated ?? '', at: at ?? null }
  if (snippet === undefined) return figure
  if (quoted(snippet, object) !== figure.raw)
    return `the raw text "${figure.raw}", which its snippet does not have there`
  return { ...figure, snippet }
}

/** What stands in a range of the object's snippets; null when they have no such range. */
function quoted({ index, start, end }: SnippetRange, { snippets = [] }: ReportObject): string | null {
  const text = snippets[index]
  return text === undefined || end < start || end > text.length ? null : text.slice(start, end)
}

function invalid(where: string, got: string): ReadReportObject {
  const expected = 'a report object as its JSON Schema describes'
  return {
    ok: false,
    error: {
      code: 'INVALID_REPORT_OBJECT',
      expected,
      got: `at ${where}: ${got}`,
      message: `Expected ${expected}; at ${where}: ${got}.`,
    },
  }
}
