import type { Figure } from '../../src/domain/figure.ts'
import { type FigurePath, isFigurePath } from '../../src/domain/figure-paths.ts'
import type { Form } from '../../src/domain/forms.ts'
import type { Report } from '../../src/domain/report.ts'

/** Figures by path: a number is stated, null is a blank cell, a word cannot be read, and what is not given is not printed. */
export type Given = { readonly [path in FigurePath]?: number | string | null }

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

function figureOf(value: number | string | null): Figure {
  if (value === null) return { state: 'BLANK', value: null, raw: '', at: null }
  const raw = String(value)
  const stated = /^-?\d+(\.\d+)?$/.test(raw)
  return stated ? { state: 'STATED', value: raw, raw, at: null } : { state: 'UNREADABLE', value: null, raw, at: null }
}
