import type { ApplicationRow } from '../../domain/application-rows.ts'
import { DISCLOSURE_ITEMS, type DisclosureItemCode, type DisclosureMeasure } from '../../domain/disclosure-items.ts'
import { ARABIC_OUTLINE } from '../../domain/document-words.ts'
import type { Form } from '../../domain/forms.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Row } from './row.ts'

type DividedForm = 'FORM_2019' | 'FORM_2021'

/** Rows of the applications table that only the form of 2021 has. */
const ONLY_2021: readonly ApplicationRow[] = ['OTHER_NOT_CORRECTED_IN_TIME', 'OTHER_FEE_UNPAID']

/**
 * The tables found → the form. The statistics table is that of 2014. Between 2019 and 2021 the column heads of the
 * proactive-disclosure tables decide, since the rows of 其他处理 are often printed in the other form's manner; where there are no such
 * heads, the rows of these tables and the number of their values decide, then the rows that only the form of 2021 has under 其他处理:
 * its single row stands in reports on either form. Null when nothing tells.
 */
export function recogniseForm(rows: readonly Row[]): Form | null {
  const has = (table: Row['table']) => rows.some((row) => row.table === table)
  if (!has('APPLICATIONS') && !has('DISCLOSURE')) {
    return rows.some(({ known }) => known?.meaning.table === 'STATISTICS') ? 'FORM_2014' : null
  }
  return formOfDisclosure(rows) ?? formOfRows(rows)
}

/** What the tables of proactive disclosure tell: their heads, else which rows they have and with how many values. */
export function formOfDisclosure(rows: readonly Row[]): DividedForm | null {
  return formOfHeads(rows) ?? formOfItems(rows)
}

function formOfItems(rows: readonly Row[]): DividedForm | null {
  if (areMiscounted(rows)) return null
  const countsAreProven = wholeRows(rows).includes(true)
  const told = rows.flatMap(({ known, cells }) => {
    const values = cells.filter(({ plain }) => plain !== '').length
    return known?.meaning.table === 'DISCLOSURE' && values > 0 ? (formWith(known.meaning.item, values) ?? []) : []
  })
  const of2019 = told.filter((form) => form === 'FORM_2019').length
  const of2021 = told.length - of2019
  // A row can have lost cells, and another number of values then.
  if (of2019 >= 2 * of2021 && of2019 > 0) return 'FORM_2019'
  // Rows that the form of 2021 does not have say more than how many values the others have.
  if (rows.some(({ known }) => known?.meaning.table === 'DISCLOSURE' && !cellsOf(known.meaning.item).FORM_2021))
    return null
  return of2021 >= 2 * of2019 && of2021 >= (countsAreProven ? 1 : LEAST_UNPROVEN) ? 'FORM_2021' : null
}

/** Where no row has the number of cells that both forms have, a single value may be more that are glued together. */
const LEAST_UNPROVEN = 2

/** Of each row that has as many cells on both forms, whether it has so many, blank ones among them. */
function wholeRows(rows: readonly Row[]): readonly boolean[] {
  return rows.flatMap(({ known, cells }) => {
    if (known?.meaning.table !== 'DISCLOSURE') return []
    const { FORM_2019: of2019, FORM_2021: of2021 } = cellsOf(known.meaning.item)
    const isPrinted = cells.some(({ plain }) => plain !== '')
    return of2019 !== undefined && of2019.length === of2021?.length && isPrinted ? [cells.length >= of2019.length] : []
  })
}

/** Whether those rows all have fewer cells, several of them glued together: then those of the others tell nothing. */
export function areMiscounted(rows: readonly Row[]): boolean {
  const whole = wholeRows(rows)
  return whole.length > 0 && !whole.includes(true)
}

type Cells = { readonly [form in Form]?: readonly DisclosureMeasure[] }

const cellsOf = (item: DisclosureItemCode): Cells => DISCLOSURE_ITEMS[item].cells

/** The form that alone prints the item with so many values, or prints it at all. */
function formWith(item: DisclosureItemCode, values: number): DividedForm | null {
  const { FORM_2019: of2019, FORM_2021: of2021 } = cellsOf(item)
  if (of2021 === undefined) return 'FORM_2019'
  if (of2019?.length === of2021.length) return null
  if (values === of2019?.length) return 'FORM_2019'
  return values === of2021.length ? 'FORM_2021' : null
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
    codesOf(DISCLOSURE_ITEMS).some((item) => cellsOf(item)[other]?.includes(measure) ?? false)
  return prints(form) && !prints(form === 'FORM_2019' ? 'FORM_2021' : 'FORM_2019')
}

function formOfRows(rows: readonly Row[]): DividedForm | null {
  const isOf2021 = rows.some(({ known, label }) => {
    if (known?.meaning.table !== 'APPLICATIONS') return false
    const { row } = known.meaning
    // （六）其他 may be what is left of the single row, 3.其他 is the last of three.
    return ONLY_2021.includes(row) || (row === 'OTHER_MISCELLANEOUS' && ARABIC_OUTLINE.test(label.plain))
  })
  return isOf2021 ? 'FORM_2021' : null
}
