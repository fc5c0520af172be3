import type { Figure } from '../../src/domain/figure.ts'
import { type FigurePath, isFigurePath } from '../../src/domain/figure-paths.ts'
import type { Form } from '../../src/domain/forms.ts'
import type { Report } from '../../src/domain/report.ts'
import type { Example, Given } from '../../src/rules/rule.ts'
import { type Subject, subjectOf } from '../../src/rules/subject.ts'

export type { Given } from '../../src/rules/rule.ts'

/** A report that holds these figures and nothing else. */
export function reportOf(form: Form | null, given: Given): Report {
  const figures = new Map<FigurePath, Figure>()
  for (const [path, value] of Object.entries(given)) {
    if (!isFigurePath(path)) throw new RangeError(`Expected the path of a figure, got "${path}".`)
    figures.set(path, figureOf(value))
  }
  return {
    district: null,
    agency: null,
    year: null,
    form,
    title: null,
    period: null,
    figures,
    unrecognisedRows: [],
    claims: [],
    shares: [],
    snippets: [],
    sections: [],
    issues: [],
  }
}

/** The report that an example tells of, on a form; the year before it on the same form. */
export function exampleOn(form: Form | null, { given, claims, shares, previous, level, agency }: Example): Subject {
  const said = { sentence: 'One sentence.', at: null }
  return {
    ...subjectOf(reportOf(form, given)),
    year: 2020,
    level: level ?? null,
    agency: agency === undefined ? null : { kind: agency },
    claims: (claims ?? []).map((claim) => ({ unit: null, approximate: false, scope: null, ...said, ...claim })),
    shares: (shares ?? []).map((share) => ({ ...said, ...share })),
    previous: previous === undefined ? null : { year: 2019, form, figures: reportOf(form, previous).figures },
  }
}

function figureOf(value: number | string | null): Figure {
  if (value === null) return { state: 'BLANK', value: null, raw: '', at: null }
  const raw = String(value)
  const stated = /^-?\d+(\.\d+)?$/.test(raw)
  return stated ? { state: 'STATED', value: raw, raw, at: null } : { state: 'UNREADABLE', value: null, raw, at: null }
}
