import { describe, expect, it } from 'vitest'
import { AGENCY_KINDS } from '../../src/domain/agency.ts'
import { APPLICANTS } from '../../src/domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRowTerm, OUTCOME_GROUPS } from '../../src/domain/application-rows.ts'
import { CASE_RESULTS, LITIGATION_ROUTES, REVIEW } from '../../src/domain/cases.ts'
import { DISCLOSURE_ITEMS, DISCLOSURE_MEASURES, type DisclosureMeasure } from '../../src/domain/disclosure-items.ts'
import { DISTRICT_LEVELS } from '../../src/domain/district.ts'
import { FIGURE_STATES } from '../../src/domain/figure.ts'
import { FAMILIES } from '../../src/domain/figure-paths.ts'
import { SEVERITIES } from '../../src/domain/finding.ts'
import { FORMS, type Form } from '../../src/domain/forms.ts'
import { STATISTICS_TABLE } from '../../src/domain/statistics-table.ts'
import { codesOf, labelOf, type Term } from '../../src/domain/terms.ts'
import { UNITS } from '../../src/domain/units.ts'

const spellings = (term: Term) => [term.label, ...(term.variants ?? []), ...(term.aliases ?? [])]
const withoutSpace = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

/** The codes that claim each spelling; a spelling with one owner is not listed. */
function shared(terms: readonly (readonly [code: string, term: Term])[]): Record<string, string[]> {
  const owners = new Map<string, Set<string>>()
  for (const [code, term] of terms) {
    for (const spelling of spellings(term).map(withoutSpace)) {
      owners.set(spelling, (owners.get(spelling) ?? new Set()).add(code))
    }
  }
  return Object.fromEntries([...owners].filter(([, codes]) => codes.size > 1).map(([s, codes]) => [s, [...codes]]))
}

const printedOn = (code: keyof typeof DISCLOSURE_ITEMS, form: Form): readonly DisclosureMeasure[] =>
  (DISCLOSURE_ITEMS[code].cells as { readonly [form in Form]?: readonly DisclosureMeasure[] })[form] ?? []

describe.each(['FORM_2019', 'FORM_2021'] as const)('on %s a spelling belongs to one code', (form) => {
  it('among the rows of the disclosure tables', () => {
    const rows = codesOf(DISCLOSURE_ITEMS).filter((code) => printedOn(code, form).length > 0)
    expect(shared(rows.map((code) => [code, DISCLOSURE_ITEMS[code]]))).toEqual({})
  })

  it('among their columns', () => {
    const measures = new Set(codesOf(DISCLOSURE_ITEMS).flatMap((code) => printedOn(code, form)))
    expect(shared([...measures].map((code) => [code, DISCLOSURE_MEASURES[code]]))).toEqual({})
  })

  it('among the rows of the applications table', () => {
    const rows = Object.entries<ApplicationRowTerm>(APPLICATION_ROWS).filter(([, { forms }]) => forms.includes(form))
    expect(shared(rows)).toEqual({})
  })

  it('among applicants, results of cases and routes to court', () => {
    expect(shared(Object.entries(APPLICANTS))).toEqual({})
    expect(shared(Object.entries(CASE_RESULTS))).toEqual({})
    expect(shared(Object.entries(LITIGATION_ROUTES))).toEqual({})
  })
})

describe('on the statistics table of 2014', () => {
  const chapters = Map.groupBy(STATISTICS_TABLE, ({ number }) => number.split('.')[0])

  it.each([...chapters])('a spelling of chapter %s belongs to one row', (_chapter, rows) => {
    expect(shared(rows.map((row) => [row.path, row]))).toEqual({})
  })

  it('only reconsideration and litigation share spellings: their chapter tells them apart', () => {
    expect(Object.values(shared(STATISTICS_TABLE.map((row) => [row.path, row])))).toEqual([
      ['review.CORRECTED', 'litigation.ALL.CORRECTED'],
      ['review.OTHER', 'litigation.ALL.OTHER'],
    ])
  })
})

describe('every term', () => {
  const tables: Record<string, Record<string, Term>> = {
    AGENCY_KINDS,
    APPLICANTS,
    APPLICATION_ROWS,
    CASE_RESULTS,
    DISCLOSURE_ITEMS,
    DISCLOSURE_MEASURES,
    DISTRICT_LEVELS,
    FAMILIES,
    FIGURE_STATES,
    FORMS,
    LITIGATION_ROUTES,
    OUTCOME_GROUPS,
    SEVERITIES,
    UNITS,
    review: { REVIEW },
  }
  const terms = Object.entries(tables).flatMap(([table, codes]) =>
    Object.entries(codes).map(([code, term]) => ({ name: `${table}.${code}`, term })),
  )

  it.each(terms)('$name has a Chinese and an English label', ({ term }) => {
    expect(labelOf(term, 'ZH')).toMatch(/\p{Script=Han}/u)
    expect(labelOf(term, 'EN')).toMatch(/^[\x20-\x7e]+$/)
  })
})
