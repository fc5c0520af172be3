import { APPLICANTS } from './applicants.ts'
import { CASE_RESULTS } from './cases.ts'
import type { FigurePath } from './figure-paths.ts'
import type { Form } from './forms.ts'
import { codesOf } from './terms.ts'

/** Figures of different forms that count the same: on each form, those that come to it together. */
export type Correspondence = { readonly [form in Form]?: readonly FigurePath[] }

const since2019 = (paths: readonly FigurePath[]): Correspondence => ({ FORM_2019: paths, FORM_2021: paths })

const SINCE_2014 = ['UPHELD', 'CORRECTED'] as const

/** What a form counts as one number, another as the sum of several. */
export const CROSSWALK: readonly Correspondence[] = [
  ...(
    ['RECEIVED', 'HANDLED_TOTAL', 'PARTLY_GRANTED', 'REFUSED_STATE_SECRET', 'REFUSED_SECURITY_AND_STABILITY'] as const
  )
    .map((row) => `applications.${row}.TOTAL` as const)
    .map((path) => ({ FORM_2014: [path], ...since2019([path]) })),
  // 予以公开 since 2019 counts those as well who are told where the information is published: Article 36(1).
  {
    FORM_2014: ['applications.ALREADY_PUBLIC.TOTAL', 'applications.GRANTED.TOTAL'],
    ...since2019(['applications.GRANTED.TOTAL']),
  },
  // Trade secrets and privacy are what the lawful rights of a third party are.
  {
    FORM_2014: ['applications.REFUSED_TRADE_SECRET.TOTAL', 'applications.REFUSED_PRIVACY.TOTAL'],
    ...since2019(['applications.REFUSED_THIRD_PARTY_RIGHTS.TOTAL']),
  },
  {
    FORM_2014: ['applications.NOT_THIS_AGENCY.TOTAL', 'applications.DOES_NOT_EXIST.TOTAL'],
    ...since2019(['applications.UNABLE_NOT_HELD.TOTAL']),
  },
  // The form of 2021 divides 其他处理 in three; reports that follow it otherwise may still print the single row.
  ...codesOf(APPLICANTS).map((applicant) => ({
    FORM_2019: [`applications.OTHER.${applicant}` as const],
    FORM_2021: [
      `applications.OTHER.${applicant}` as const,
      `applications.OTHER_NOT_CORRECTED_IN_TIME.${applicant}` as const,
      `applications.OTHER_FEE_UNPAID.${applicant}` as const,
      `applications.OTHER_MISCELLANEOUS.${applicant}` as const,
    ],
  })),
  // The form of 2014 has no pending cases: what it counts as other results, or in all, is not the same.
  ...SINCE_2014.map((result) => ({ FORM_2014: [`review.${result}` as const], ...since2019([`review.${result}`]) })),
  ...codesOf(CASE_RESULTS).map((result) => ({
    ...(SINCE_2014.some((same) => same === result) && { FORM_2014: [`litigation.ALL.${result}` as const] }),
    ...since2019([`litigation.DIRECT.${result}`, `litigation.AFTER_REVIEW.${result}`]),
  })),
]

/**
 * Which of the figures of two forms count something that the others do not; none when both come to the same number. Figures that the
 * crosswalk does not name are the same on the forms of 2019 and 2021, which share their words, and on no other two.
 */
export function differing(
  [form, figures]: readonly [Form, readonly FigurePath[]],
  [otherForm, otherFigures]: readonly [Form, readonly FigurePath[]],
): readonly FigurePath[] {
  const [left, right] = [new Set(figures), new Set(otherFigures)]
  const changed = new Set<FigurePath>()
  for (const { [form]: here, [otherForm]: there } of CROSSWALK) {
    if (!here || !there) continue
    if (here.every((path) => left.has(path)) && there.every((path) => right.has(path))) {
      for (const path of here) left.delete(path)
      for (const path of there) right.delete(path)
    } else if (here.join() !== there.join()) {
      for (const path of [...here, ...there]) changed.add(path)
    }
  }
  const sameWords = form !== 'FORM_2014' && otherForm !== 'FORM_2014'
  const isSame = (path: FigurePath) => sameWords && left.has(path) && right.has(path) && !changed.has(path)
  return [...new Set([...left, ...right])].filter((path) => !isSame(path))
}
