import { expect, it } from 'vitest'
import type { FigurePath } from '../../src/domain/figure-paths.ts'
import type { Form } from '../../src/domain/forms.ts'
import { firstNotAdded, isPartOf } from '../../src/graphql/additions.ts'

const totals = (...rows: string[]) => rows.map((row) => `applications.${row}.TOTAL`) as FigurePath[]
const cells = (...of: string[]) => of.map((cell) => `applications.${cell}`) as FigurePath[]

it.each<[why: string, form: Form, figures: FigurePath[]]>([
  ['one figure', 'FORM_2019', totals('HANDLED_TOTAL')],
  ['outcomes', 'FORM_2019', totals('GRANTED', 'PARTLY_GRANTED', 'UNABLE_NOT_HELD')],
  ['all that was at hand', 'FORM_2021', totals('RECEIVED', 'CARRIED_IN')],
  ['the kinds of applicant', 'FORM_2019', cells('RECEIVED.NATURAL_PERSON', 'RECEIVED.COMMERCIAL_ENTERPRISE')],
  [
    'cells of two rows and two columns',
    'FORM_2019',
    cells('GRANTED.NATURAL_PERSON', 'PARTLY_GRANTED.OTHER_ORGANIZATION'),
  ],
  ['the ways in which requests came', 'FORM_2014', totals('RECEIVED_IN_PERSON', 'RECEIVED_BY_FAX', 'RECEIVED_ONLINE')],
  ['an answer, and the grounds of another', 'FORM_2014', totals('GRANTED', 'REFUSED_PRIVACY', 'REFUSED_STATE_SECRET')],
  ['the single row and those that divide it', 'FORM_2021', totals('OTHER', 'OTHER_FEE_UNPAID', 'OTHER_MISCELLANEOUS')],
  ['both routes to court', 'FORM_2021', ['litigation.DIRECT.TOTAL', 'litigation.AFTER_REVIEW.TOTAL']],
  ['both kinds of staff', 'FORM_2014', ['disclosure.STAFF_FULL_TIME.COUNT', 'disclosure.STAFF_PART_TIME.COUNT']],
])('a form adds up %s', (_why, form, figures) => {
  expect(firstNotAdded(figures, form)).toBeNull()
})

it.each<[why: string, form: Form, figures: [FigurePath, FigurePath]]>([
  ['a total and its outcome', 'FORM_2019', totals('GRANTED', 'HANDLED_TOTAL') as [FigurePath, FigurePath]],
  [
    'all applicants and some',
    'FORM_2019',
    cells('GRANTED.NATURAL_PERSON', 'GRANTED.TOTAL') as [FigurePath, FigurePath],
  ],
  ['what came in and what came out', 'FORM_2019', totals('RECEIVED', 'GRANTED') as [FigurePath, FigurePath]],
  [
    'an outcome for all, and all outcomes for some',
    'FORM_2019',
    cells('GRANTED.TOTAL', 'HANDLED_TOTAL.NATURAL_PERSON') as [FigurePath, FigurePath],
  ],
  ['refusals and a ground', 'FORM_2014', totals('REFUSED', 'REFUSED_PRIVACY') as [FigurePath, FigurePath]],
  ['answers and a ground', 'FORM_2014', totals('HANDLED_TOTAL', 'REFUSED_PRIVACY') as [FigurePath, FigurePath]],
  ['closed and answered', 'FORM_2014', totals('CLOSED', 'HANDLED_TOTAL') as [FigurePath, FigurePath]],
  ['a case and all cases', 'FORM_2021', ['review.UPHELD', 'review.TOTAL']],
  [
    'channels, which may carry the same',
    'FORM_2014',
    ['disclosure.CHANNEL_WEIBO.COUNT', 'disclosure.CHANNEL_WECHAT.COUNT'],
  ],
  ['a key area and all of them', 'FORM_2014', ['disclosure.KEY_AREA_AUDIT.COUNT', 'disclosure.KEY_AREAS.COUNT']],
  ['all staff and some', 'FORM_2014', ['disclosure.STAFF.COUNT', 'disclosure.STAFF_PART_TIME.COUNT']],
])('no form adds up %s', (_why, form, figures) => {
  expect(firstNotAdded(figures, form)).toEqual(figures)
})

it('parts are parts down to the last one, on the form that makes them', () => {
  expect(isPartOf('applications.REFUSED_PRIVACY.TOTAL', 'applications.HANDLED_TOTAL.TOTAL', 'FORM_2014')).toBe(true)
  expect(isPartOf('applications.GRANTED.NATURAL_PERSON', 'applications.HANDLED_TOTAL.TOTAL', 'FORM_2021')).toBe(true)
  expect(isPartOf('applications.HANDLED_TOTAL.TOTAL', 'applications.GRANTED.TOTAL', 'FORM_2021')).toBe(false)
  expect(isPartOf('applications.RECEIVED_ONLINE.TOTAL', 'applications.RECEIVED.TOTAL', 'FORM_2021')).toBe(false)
})
