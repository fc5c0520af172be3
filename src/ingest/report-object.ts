import { z } from 'zod'
import { agencyKindOf } from '../domain/agency.ts'
import { districtByCode } from '../domain/district-registry.ts'
import { FIGURE_STATES, type Figure } from '../domain/figure.ts'
import { type FigurePath, formsOf, isFigurePath } from '../domain/figure-paths.ts'
import { type Finding, SEVERITIES } from '../domain/finding.ts'
import { FORMS } from '../domain/forms.ts'
import { ISSUE_CODES } from '../domain/issue.ts'
import { isOfKind, numberKindOf } from '../domain/number-kind.ts'
import type { Report } from '../domain/report.ts'
import { codesOf } from '../domain/terms.ts'

const place = z.int().positive()
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
  raw: z.string().optional().describe('The text of the cell, as printed; the value itself when left out.'),
  at: locator.nullable().optional(),
})

const side = z.strictObject({ paths: z.array(figurePath), value: z.string() })

/** The JSON of one report: what `hub read --json` prints, and what ingestion takes as structured input. */
const reportObject = z.strictObject({
  district: z
    .strictObject({ code: z.string().regex(/^\d{6}$/, 'a code of six digits'), name: z.string().optional() })
    .nullable()
    .describe('The division of GB/T 2260; null when the document does not tell it beyond doubt.'),
  agency: z.string().min(1).max(200).nullable().describe('The body that issues the report, as printed.'),
  year: z.int().min(1990).max(2099).nullable().describe('The year reported on.'),
  form: z.enum(codesOf(FORMS)).nullable().describe('The statutory form, told by the tables found.'),
  title: z.string().max(500).nullable(),
  period: z
    .strictObject({ from: z.iso.date(), to: z.iso.date() })
    .refine(({ from, to }) => from <= to, 'a period that ends before it begins')
    .nullable(),
  figures: z.record(z.string(), figure).describe('By path. Only what the document prints.'),
  sections: z.array(
    z.strictObject({ heading: z.string().nullable(), text: z.string(), at: locator.nullable().optional() }),
  ),
  issues: z.array(
    z.strictObject({
      code: z.enum(codesOf(ISSUE_CODES)),
      message: z.string(),
      paths: z.array(figurePath),
      raw: z.string().nullable(),
      at: locator.nullable(),
    }),
  ),
  findings: z
    .array(
      z.strictObject({
        ruleId: z.string(),
        severity: z.enum(codesOf(SEVERITIES)),
        message: z.string(),
        left: side,
        right: side,
        difference: z.string(),
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
      [...report.figures].map(([path, { state, value, raw, at }]) => [
        path,
        { state, value: value === null ? null : Number(value), raw, at },
      ]),
    ),
    sections: report.sections.map((section) => ({ ...section })),
    issues: report.issues.map((issue) => ({ ...issue, paths: [...issue.paths] })),
    findings: findings.map((finding) => ({
      ...finding,
      left: { ...finding.left, paths: [...finding.left.paths] },
      right: { ...finding.right, paths: [...finding.right.paths] },
    })),
  }
}

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

/** A report object from outside → a report, or an error that names the first place where it is not one. */
export function readReportObject(json: unknown): ReadReportObject {
  const parsed = reportObject.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return invalid(issue?.path.join('.') || 'the object', issue?.message ?? 'something else')
  }
  const object = parsed.data
  const figures = new Map<FigurePath, Figure>()
  for (const [path, { state, value, raw, at }] of Object.entries(object.figures)) {
    if (!isFigurePath(path)) return invalid(`figures.${path}`, 'not the path of a figure')
    if (object.form === null || !formsOf(path).includes(object.form)) {
      return invalid(`figures.${path}`, `the form ${object.form ?? 'null'} does not have this figure`)
    }
    if ((state === 'STATED') !== (value !== null)) {
      return invalid(
        `figures.${path}`,
        `the state ${state} with the value ${value}: a value is given exactly when it is STATED`,
      )
    }
    const text = value === null ? null : String(value)
    if (text !== null && !isOfKind(text, numberKindOf(path)))
      return invalid(`figures.${path}`, `${text}: not a number of the kind counted there`)
    figures.set(path, { state, value: text, raw: raw ?? text ?? '', at: at ?? null })
  }
  const district = object.district === null ? null : districtByCode(object.district.code)
  if (district === undefined) return invalid('district.code', `${object.district?.code}, which GB/T 2260 does not have`)
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
      sections: object.sections.map(({ heading, text, at }) => ({ heading, text, at: at ?? null })),
      issues: object.issues,
    },
  }
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
