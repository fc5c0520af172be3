import { type FigurePath, formsOf, keyOf } from '../domain/figure-paths.ts'
import { isStock, unitOfFigure } from '../domain/figure-terms.ts'
import { FORMS, type Form } from '../domain/forms.ts'
import { codesOf } from '../domain/terms.ts'
import { differing } from '../metrics/correspondence.ts'
import type { ReportCondition } from '../store/conditions.ts'
import type { TotalKey } from '../store/total-columns.ts'
import { firstNotAdded, isPartOf } from './additions.ts'
import { badUserInput, notComparable } from './refusals.ts'
import { codeOf, keysOf, partedBy } from './total-figures.ts'

// Whether a question adds up what belongs together is seen from the question alone, before the store is asked: it is answered or refused
// alike whatever reports there are.

/** The forms that a filter leaves: what it says of the form outright, not what follows from other conditions. */
export function formsIn(filter: ReportCondition | null | undefined): readonly Form[] {
  const { form, AND } = filter ?? {}
  return codesOf(FORMS).filter(
    (code) =>
      (form?.equals == null || form.equals === code) &&
      (form?.in == null || form.in.includes(code)) &&
      (AND ?? []).every((part) => formsIn(part).includes(code)),
  )
}

/** Whether a filter leaves one year at most, by what it says of the year outright. */
export function isOneYear(filter: ReportCondition | null | undefined): boolean {
  const [first, last] = yearsIn(filter)
  return first >= last
}

function yearsIn(filter: ReportCondition | null | undefined): readonly [first: number, last: number] {
  const { year, AND } = filter ?? {}
  const { equals, gte, lte, in: some } = year ?? {}
  const parts = (AND ?? []).map((part) => yearsIn(part))
  const among = (years: readonly (number | null | undefined)[]) => years.filter((one) => one != null)
  return [
    Math.max(...among([equals, gte, some && Math.min(...some), ...parts.map(([first]) => first)]), -Infinity),
    Math.min(...among([equals, lte, some && Math.max(...some), ...parts.map(([, last]) => last)]), Infinity),
  ]
}

/**
 * Refuses to add up over years what is there on a day: whoever is on the staff for five years would be five.
 * @throws GraphQLError NOT_COMPARABLE that names such a figure and what to do.
 */
export function checkStocks(
  paths: readonly FigurePath[],
  groupBy: readonly TotalKey[],
  filter: ReportCondition | null | undefined,
): void {
  if (groupBy.includes('YEAR') || isOneYear(filter)) return
  const stock = paths.find(isStock)
  if (stock === undefined) return
  throw notComparable(
    `Expected a sum of what came about in a year, or of one year, got ${stock}, which is what is there on a day: of several years it would be counted several times. Group by YEAR, name one year: filter: { year: { equals: 2020 } }, or ask for the average, minimum, maximum or median.`,
  )
}

/**
 * Refuses to put figures into one group that do not add up to anything.
 * @throws GraphQLError NOT_COMPARABLE for figures of different units, or that count other things on other forms; BAD_USER_INPUT for
 *   figures that no form adds up, such as a whole and its part. The message names two of them and what to do.
 */
export function checkAddable(paths: readonly FigurePath[], groupBy: readonly TotalKey[], forms: readonly Form[]): void {
  const apart = groupBy.includes('FORM') ? forms.map((form) => [form]) : [forms]
  for (const part of partedBy(paths, groupBy).values())
    for (const together of apart) checkGroup(part, together, groupBy)
}

function checkGroup(paths: readonly FigurePath[], forms: readonly Form[], groupBy: readonly TotalKey[]): void {
  const printed = forms
    .map((form) => [form, paths.filter((path) => formsOf(path).includes(form))] as const)
    .filter(([, figures]) => figures.length > 0)
  for (const [form, figures] of printed) {
    const units = differingUnits(figures.map((path) => [path, form]))
    if (units) throw notComparable(`${inUnits(units)} ${advice(units[0][0], units[1][0], groupBy)}`)
    const pair = firstNotAdded(figures, form)
    if (pair) throw badUserInput(notAddedInWords(pair, form, groupBy))
  }
  const [first, ...others] = printed
  if (!first) return
  for (const other of others) {
    const refused = refusalOfForms(first, other)
    if (refused) throw notComparable(`${refused} Group by FORM, or name the forms: ${alikeForms(printed)}.`)
  }
}

/** Figures of one form. */
type OnForm = readonly [form: Form, figures: readonly FigurePath[]]

/** Why the figures of two forms do not add up to one thing; null when they do. */
function refusalOfForms(one: OnForm, other: OnForm): string | null {
  const units = differingUnits([one, other].flatMap(([form, figures]) => figures.map((path) => [path, form] as const)))
  if (units) return inUnits(units)
  const [changed] = differing(one, other)
  return changed === undefined
    ? null
    : `Expected figures in each group that count the same on every form, got ${changed}, which ${one[0]} and ${other[0]} do not have alike.`
}

/** The filters that leave forms whose figures add up to one thing: every form stands in one, those with the most forms come first. */
function alikeForms(printed: readonly OnForm[]): string {
  const alike: OnForm[][] = []
  for (const onForm of printed) {
    const among = alike.find((others) => others.every((other) => refusalOfForms(other, onForm) === null))
    if (among) among.push(onForm)
    else alike.push([onForm])
  }
  return alike
    .toSorted((one, other) => other.length - one.length)
    .map((forms) => `filter: { form: { in: [${forms.map(([form]) => form).join(', ')}] } }`)
    .join(' or ')
}

type FigureOfForm = readonly [path: FigurePath, form: Form]

/** Two of the figures that count in other units; null when all count in one. */
function differingUnits(figures: readonly FigureOfForm[]): readonly [FigureOfForm, FigureOfForm] | null {
  const [first] = figures
  if (!first) return null
  const unit = unitOfFigure(...first)
  const other = figures.find((figure) => unitOfFigure(...figure) !== unit)
  return other ? [first, other] : null
}

function inUnits([one, other]: readonly [FigureOfForm, FigureOfForm]): string {
  const inWords = ([path, form]: FigureOfForm) => `${path} in ${unitOfFigure(path, form)} (${form})`
  return `Expected figures of one unit in each group, got ${inWords(one)} and ${inWords(other)}.`
}

function notAddedInWords(
  [one, other]: readonly [FigurePath, FigurePath],
  form: Form,
  groupBy: readonly TotalKey[],
): string {
  const [part, whole] = isPartOf(one, other, form) ? [one, other] : [other, one]
  const got = isPartOf(part, whole, form)
    ? `${whole} and ${part}, which is a part of it and would be counted twice`
    : `${one} and ${other}, which no form adds up`
  return `Expected figures in each group that a form adds up, got ${got}. ${advice(one, other, groupBy)}`
}

/** What would keep the two apart. */
function advice(one: FigurePath, other: FigurePath, groupBy: readonly TotalKey[]): string {
  const keys = keysOf(keyOf(one).family).filter(
    (key) => key !== 'OUTCOME_GROUP' && !groupBy.includes(key) && codeOf(one, key) !== codeOf(other, key),
  )
  return `Group by ${keys.join(' and ')}, or name in "of" only figures that belong together.`
}
