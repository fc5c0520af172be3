import type { Applicant } from '../domain/applicants.ts'
import {
  APPLICATION_ROWS,
  type ApplicationRow,
  type ApplicationRowTerm,
  type OutcomeGroup,
} from '../domain/application-rows.ts'
import type { CaseResult, LitigationRoute } from '../domain/cases.ts'
import type { DisclosureItemCode, DisclosureMeasure } from '../domain/disclosure-items.ts'
import { type Family, FIGURE_PATHS, type FigurePath, formsOf, keyOf } from '../domain/figure-paths.ts'
import { codesOf } from '../domain/terms.ts'
import type { Dimension } from '../store/figure-tables.ts'
import type { KeyValues, TotalKey } from '../store/total-columns.ts'
import { isPartOf } from './additions.ts'
import { badUserInput } from './refusals.ts'

type Some<Code> = readonly Code[] | null | undefined

/** The figures of one family, as callers name them: all of a dimension that is left out. */
export interface FiguresAsked {
  readonly applications?: {
    readonly rows?: Some<ApplicationRow>
    readonly outcomeGroups?: Some<OutcomeGroup>
    readonly applicants?: Some<Applicant>
  } | null
  readonly disclosure?: {
    readonly items?: Some<DisclosureItemCode>
    readonly measures?: Some<DisclosureMeasure>
  } | null
  readonly review?: { readonly results?: Some<CaseResult> } | null
  readonly litigation?: { readonly routes?: Some<LitigationRoute>; readonly results?: Some<CaseResult> } | null
}

/** Figures of one family. */
export interface ChosenFigures {
  readonly family: Family
  readonly paths: readonly FigurePath[]
  /** The codes of each dimension. */
  readonly codes: { readonly [dimension in Dimension]?: readonly string[] }
}

/** The key that groups by a dimension. */
const DIMENSION_KEYS: Readonly<Record<Dimension, TotalKey>> = {
  row: 'ROW',
  applicant: 'APPLICANT',
  item: 'ITEM',
  measure: 'MEASURE',
  route: 'ROUTE',
  result: 'RESULT',
}

/** What tells the figures of each family apart, and what can be grouped by therefore. */
const DIMENSIONS: Readonly<Record<Family, readonly Dimension[]>> = {
  disclosure: ['item', 'measure'],
  applications: ['row', 'applicant'],
  review: ['result'],
  litigation: ['route', 'result'],
}

/** The keys that tell figures of one report apart. */
export const keysOf = (family: Family): readonly TotalKey[] => [
  ...DIMENSIONS[family].map((dimension) => DIMENSION_KEYS[dimension]),
  ...(family === 'applications' ? (['OUTCOME_GROUP'] as const) : []),
]

const FIGURE_KEYS = new Set(codesOf(DIMENSIONS).flatMap(keysOf))

const groupOfRow = (row: ApplicationRow): OutcomeGroup | null => {
  const term: ApplicationRowTerm = APPLICATION_ROWS[row]
  return term.group ?? null
}

/** The value of a key for a figure; undefined when the key does not tell its figures apart. */
export function codeOf(path: FigurePath, key: TotalKey): string | null | undefined {
  const of: { readonly [dimension in Dimension]?: string } & { readonly row?: ApplicationRow } = keyOf(path)
  if (key === 'OUTCOME_GROUP') return of.row === undefined ? undefined : groupOfRow(of.row)
  const dimension = codesOf(DIMENSION_KEYS).find((name) => DIMENSION_KEYS[name] === key)
  return dimension && of[dimension]
}

/**
 * The figures asked for. Applicants and results that are neither named nor grouped by are the printed TOTAL; rows that are grouped by
 * their heading are those that stand under one and have no parts of their own.
 * @throws GraphQLError BAD_USER_INPUT when a key is of another family, or no form has such a figure.
 */
export function chooseFigures(asked: FiguresAsked, groupBy: readonly TotalKey[]): ChosenFigures {
  const family = codesOf(DIMENSIONS).find((name) => asked[name] != null) ?? 'applications'
  const foreign = groupBy.find((key) => FIGURE_KEYS.has(key) && !keysOf(family).includes(key))
  if (foreign !== undefined) {
    throw badUserInput(
      `Expected "groupBy" with keys that figures of "${family}" have (${keysOf(family).join(', ')}, or keys of their report), got ${foreign}.`,
    )
  }
  const { rows, outcomeGroups, applicants } = asked.applications ?? {}
  const { items, measures } = asked.disclosure ?? {}
  const { routes } = asked.litigation ?? {}
  const results = asked.review?.results ?? asked.litigation?.results
  const unless = (key: TotalKey) => (groupBy.includes(key) ? null : ['TOTAL'])
  const named: { readonly [dimension in Dimension]?: Some<string> } = {
    row: rows,
    applicant: applicants ?? unless('APPLICANT'),
    item: items,
    measure: measures,
    route: routes,
    result: results ?? unless('RESULT'),
  }
  const ofFamily = FIGURE_PATHS.filter((path) => keyOf(path).family === family).filter((path) =>
    DIMENSIONS[family].every((dimension) => {
      const code = codeOf(path, DIMENSION_KEYS[dimension])
      return code != null && (named[dimension]?.includes(code) ?? true)
    }),
  )
  const byHeading = outcomeGroups != null || (groupBy.includes('OUTCOME_GROUP') && !groupBy.includes('ROW'))
  const under = ofFamily.filter((path) => isUnder(outcomeGroups, path))
  const paths = byHeading && rows == null ? under.filter((path) => isOutcomeWithoutParts(path)) : under
  if (paths.length === 0) {
    throw badUserInput(`Expected figures that some form has, got ${family} ${JSON.stringify(asked[family])}.`)
  }
  const codes = Object.fromEntries(
    DIMENSIONS[family].map((dimension) => [
      dimension,
      [...new Set(paths.map((path) => String(codeOf(path, DIMENSION_KEYS[dimension]))))],
    ]),
  )
  return { family, paths, codes }
}

function isUnder(outcomeGroups: Some<OutcomeGroup>, path: FigurePath): boolean {
  return outcomeGroups == null || outcomeGroups.some((group) => group === codeOf(path, 'OUTCOME_GROUP'))
}

/** Whether it stands under a heading of outcomes, and no other row under that heading is part of it. */
function isOutcomeWithoutParts(path: FigurePath): boolean {
  const group = codeOf(path, 'OUTCOME_GROUP')
  const isPart = (part: FigurePath) =>
    codeOf(part, 'OUTCOME_GROUP') === group &&
    codeOf(part, 'ROW') !== codeOf(path, 'ROW') &&
    formsOf(path).some((form) => isPartOf(part, path, form))
  return group != null && !FIGURE_PATHS.some(isPart)
}

/** The figures that come together in each group, by what `partOf` says of a group. */
export function partedBy(
  paths: readonly FigurePath[],
  groupBy: readonly TotalKey[],
): ReadonlyMap<string, readonly FigurePath[]> {
  return Map.groupBy(paths, (path) => JSON.stringify(groupBy.map((key) => codeOf(path, key) ?? null)))
}

/** The name of the part that a group is made of. */
export function partOf(group: KeyValues, groupBy: readonly TotalKey[]): string {
  return JSON.stringify(groupBy.map((key) => (FIGURE_KEYS.has(key) ? (group[key] ?? null) : null)))
}
