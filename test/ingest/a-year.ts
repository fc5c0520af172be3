import type { IngestSource } from '../../src/ingest/ingest.ts'

/** A report of 大兴区 with these totals of the applications table; a null is a blank cell. */
export function aYear(
  year: number,
  totals: { readonly [row: string]: number | null },
  { agency = null, form = 'FORM_2021' }: { agency?: string | null; form?: string } = {},
): IngestSource {
  const figures = Object.entries(totals).map(([row, value]) => [
    `applications.${row}.TOTAL`,
    { state: value === null ? 'BLANK' : 'STATED', value, raw: value === null ? '—' : String(value) },
  ])
  return {
    kind: 'STRUCTURED',
    object: {
      district: { code: '110115' },
      agency,
      year,
      form,
      title: null,
      period: null,
      figures: Object.fromEntries(figures),
      sections: [],
      issues: [],
    },
  }
}
