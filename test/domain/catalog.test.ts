import { beforeAll, describe, expect, it } from 'vitest'
import { APPLICANTS } from '../../src/domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRowTerm } from '../../src/domain/application-rows.ts'
import { CASE_RESULTS, LITIGATION_ROUTES } from '../../src/domain/cases.ts'
import { DISCLOSURE_ITEMS, DISCLOSURE_MEASURES, type DisclosureMeasure } from '../../src/domain/disclosure-items.ts'
import { FIGURE_PATHS, formsOf, isFigurePath } from '../../src/domain/figure-paths.ts'
import type { Form } from '../../src/domain/forms.ts'
import { STATISTICS_TABLE } from '../../src/domain/statistics-table.ts'
import { codesOf, type Term } from '../../src/domain/terms.ts'
import { UNITS } from '../../src/domain/units.ts'
import { hasSharedFolder, REPORTS, readSharedJson } from '../shared-folder.ts'

interface Named {
  readonly code: string
  readonly label: string
  readonly forms?: readonly string[]
  readonly article?: string
}

interface Catalogue {
  readonly applicants: readonly Named[]
  readonly results: readonly Named[]
  readonly routes: readonly Named[]
  readonly applicationRows: readonly Named[]
  readonly disclosureItems: readonly Named[]
  readonly disclosureMeasures: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly statisticsTable: readonly { number: string; path: string; label: string; unit: string }[]
}

const labelled = (terms: Record<string, Term>) => Object.entries(terms).map(([code, { label }]) => ({ code, label }))
const items = Object.entries(DISCLOSURE_ITEMS) as [string, (typeof DISCLOSURE_ITEMS)[keyof typeof DISCLOSURE_ITEMS]][]
const measuresOf = (cells: { readonly [form in Form]?: readonly DisclosureMeasure[] }, form: Form) => cells[form] ?? []

describe.skipIf(!hasSharedFolder)('the domain and the published catalogue name the same things', () => {
  let catalogue: Catalogue
  beforeAll(async () => {
    catalogue = await readSharedJson('catalog.json')
  })

  it('applicants', () => expect(labelled(APPLICANTS)).toEqual(catalogue.applicants))

  it('results of cases', () => expect(labelled(CASE_RESULTS)).toEqual(catalogue.results))

  it('routes to court, with their forms', () => {
    const routes = codesOf(LITIGATION_ROUTES).map((code) => ({
      code,
      label: LITIGATION_ROUTES[code].label,
      forms: LITIGATION_ROUTES[code].forms,
    }))
    expect(routes).toEqual(catalogue.routes)
  })

  it('rows of the applications table, with their forms, in printed order', () => {
    const rows = Object.entries<ApplicationRowTerm>(APPLICATION_ROWS)
      .map(([code, { label, forms }]) => ({ code, label, forms: forms.filter((form) => form !== 'FORM_2014') }))
      .filter(({ forms }) => forms.length > 0)
    expect(rows).toEqual(catalogue.applicationRows)
  })

  it('rows of the disclosure tables, with their article, in printed order', () => {
    const rows = items.flatMap(([code, item]) =>
      'article' in item ? [{ code, label: item.label, article: item.article }] : [],
    )
    expect(rows).toEqual(catalogue.disclosureItems)
  })

  it.each(['FORM_2019', 'FORM_2021'] as const)('columns of the disclosure tables of %s', (form) => {
    const printed = catalogue.disclosureMeasures[form] ?? {}
    const used = new Set(items.flatMap(([, { cells }]) => measuresOf(cells, form)))
    expect([...used].sort()).toEqual(Object.keys(printed).sort())
    for (const [measure, label] of Object.entries(printed)) {
      const term: Term = DISCLOSURE_MEASURES[measure as DisclosureMeasure]
      // The unit in brackets is the measure's unit, not part of its name.
      expect([term.label, ...(term.variants ?? [])]).toContain(label.replace(/（.*）$/, ''))
    }
  })

  it('rows of the statistics table of 2014: number, path, label, unit', () => {
    const rows = STATISTICS_TABLE.map(({ number, path, label, unit }) => ({
      number,
      path,
      label,
      unit: UNITS[unit].label,
    }))
    // A question mark in the catalogue says that the form does not print the row: a district added it.
    expect(rows).toEqual(catalogue.statisticsTable.map((row) => ({ ...row, number: row.number.replace('?', '') })))
  })

  it('the 2014 form has exactly the paths of the statistics table', () => {
    const paths = FIGURE_PATHS.filter((path) => formsOf(path).includes('FORM_2014'))
    expect([...paths].sort()).toEqual(catalogue.statisticsTable.map(({ path }) => path).sort())
  })

  it('has every path of the five hand-checked reports, on their form: 742 figures', async () => {
    let figures = 0
    for (const report of REPORTS) {
      const expected = await readSharedJson<{ form: Form; figures: object }>(`expected/${report}.json`)
      for (const path of Object.keys(expected.figures)) {
        expect(isFigurePath(path) && formsOf(path), path).toContain(expected.form)
        figures += 1
      }
    }
    expect(figures).toBe(742)
  })
})
