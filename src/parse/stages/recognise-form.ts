import { DISCLOSURE_ITEMS, type DisclosureMeasure } from '../../domain/disclosure-items.ts'
import type { Form } from '../../domain/forms.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Row } from './collect-rows.ts'

type DividedForm = 'FORM_2019' | 'FORM_2021'

/**
 * The tables found → the form. The statistics table is that of 2014. Between 2019 and 2021 the column heads of the
 * proactive-disclosure tables decide, since the rows of 其他处理 are often printed in the other form's manner; where there are no such
 * heads, those rows decide. Null when nothing tells.
 */
export function recogniseForm(rows: readonly Row[]): Form | null {
  const has = (table: Row['table']) => rows.some((row) => row.table === table)
  if (!has('APPLICATIONS') && !has('DISCLOSURE')) {
    return rows.some(({ known }) => known?.meaning.table === 'STATISTICS') ? 'FORM_2014' : null
  }
  return formOfHeads(rows) ?? formOfRows(rows)
}

function formOfHeads(rows: readonly Row[]): DividedForm | null {
  const heads = new Set(rows.flatMap((row) => (row.table === 'DISCLOSURE' ? row.heads : [])))
  const of2019 = [...heads].filter((measure) => printsOnly('FORM_2019', measure)).length
  const of2021 = [...heads].filter((measure) => printsOnly('FORM_2021', measure)).length
  if (of2019 === of2021) return null
  return of2019 > of2021 ? 'FORM_2019' : 'FORM_2021'
}

/** Whether of the two forms only this one prints the measure. */
function printsOnly(form: DividedForm, measure: DisclosureMeasure): boolean {
  const prints = (other: DividedForm) =>
    codesOf(DISCLOSURE_ITEMS).some((item) => {
      const cells: { readonly [form in Form]?: readonly DisclosureMeasure[] } = DISCLOSURE_ITEMS[item].cells
      return cells[other]?.includes(measure) ?? false
    })
  return prints(form) && !prints(form === 'FORM_2019' ? 'FORM_2021' : 'FORM_2019')
}

function formOfRows(rows: readonly Row[]): DividedForm | null {
  const named = new Set(
    rows.flatMap(({ known }) => (known?.meaning.table === 'APPLICATIONS' ? [known.meaning.row] : [])),
  )
  if (named.has('OTHER_NOT_CORRECTED_IN_TIME') || named.has('OTHER_FEE_UNPAID') || named.has('OTHER_MISCELLANEOUS')) {
    return 'FORM_2021'
  }
  return named.has('OTHER') ? 'FORM_2019' : null
}
