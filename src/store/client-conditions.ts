import { codesWithin, type TextCondition } from './column-conditions.ts'
import {
  type AgencyCondition,
  asked,
  type DistrictCondition,
  type FindingCondition,
  type RelatedCondition,
  type ReportCondition,
} from './conditions.ts'
import type { Prisma } from './generated/prisma/client.ts'

// The conditions of callers as the store's client takes them, for the lists within one row, which it reads for many rows at once. They
// mean what conditions.ts says: a test asks both. No condition may be unknown of a row, since the client's NOT leaves such rows out.

/** The districts of the condition. */
export function whereDistrict(condition: DistrictCondition | null | undefined): Prisma.DistrictWhereInput {
  const { code, name, fullName, level, current, within, parent, children, agencies, reports } = condition ?? {}
  const [first, last] = within == null ? [] : codesWithin(within)
  return {
    AND: [
      ...combined(condition, whereDistrict, { code: { in: [] } }),
      ...given(code, (code) => ({ code: text(code) })),
      ...given(name, (name) => ({ name: text(name) })),
      ...given(fullName, (fullName) => ({ fullName: text(fullName) })),
      ...given(level, (level) => ({ level: comparison(level) })),
      ...given(current, (current) => ({ current })),
      ...given(first, (gte) => ({ code: { gte, ...(last && { lte: last }) } })),
      ...given(parent, (parent) => ({ parent: { is: whereDistrict(parent) } })),
      ...given(children, (children) => ({ children: many(children, whereDistrict) })),
      ...given(agencies, (agencies) => ({ agencies: many(agencies, whereAgency) })),
      ...given(reports, (reports) => ({ reports: manyReports(reports) })),
    ],
  }
}

/** The agencies of the condition. */
export function whereAgency(condition: AgencyCondition | null | undefined): Prisma.AgencyWhereInput {
  const { name, kind, district, reports } = condition ?? {}
  return {
    AND: [
      ...combined(condition, whereAgency, { id: { in: [] } }),
      ...given(name, (name) => ({ name: text(name) })),
      ...given(kind, (kind) => ({ kind: comparison(kind) })),
      ...given(district, (district) => ({ district: whereDistrict(district) })),
      ...given(reports, (reports) => ({ reports: manyReports(reports) })),
    ],
  }
}

/** The reports of the condition that are in force. */
export const whereReport = (condition: ReportCondition | null | undefined): Prisma.ReportWhereInput => ({
  AND: [IN_FORCE, whereAnyReport(condition)],
})

/** The report was not withdrawn. */
const IN_FORCE: Prisma.ReportWhereInput = { currentNumber: { not: null } }

/** Conditions on the reports of something, of which those that were withdrawn are none. */
const manyReports = ({ some, every, none }: RelatedCondition<ReportCondition>): Prisma.ReportListRelationFilter => ({
  ...(some != null && { some: whereReport(some) }),
  ...(every != null && { every: { OR: [{ currentNumber: null }, whereAnyReport(every)] } }),
  ...(none != null && { none: whereReport(none) }),
})

/** The reports of the condition, withdrawn or not. */
function whereAnyReport(condition: ReportCondition | null | undefined): Prisma.ReportWhereInput {
  const { year, form, status, createdAt, updatedAt, district, agency, findings } = condition ?? {}
  return {
    AND: [
      ...combined(condition, whereAnyReport, { year: { in: [] } }),
      ...given(year, (year) => ({ year: comparison(year) })),
      // A revision may have no form.
      ...given(asked(form), (form) => ({
        current: { is: { AND: [{ form: { not: null } }, { form: comparison(form) }] } },
      })),
      ...given(asked(status), (status) => ({ current: { is: { judgement: { is: { status: comparison(status) } } } } })),
      ...given(createdAt, (createdAt) => ({ createdAt: comparison(createdAt) })),
      ...given(updatedAt, (updatedAt) => ({ updatedAt: comparison(updatedAt) })),
      ...given(district, (district) => ({ district: whereDistrict(district) })),
      ...given(agency, (agency) => ({ agency: whereAgency(agency) })),
      ...given(findings?.some, (some) => hasFinding(whereFinding(some))),
      ...given(findings?.every, (every) => ({ NOT: hasFinding({ NOT: whereFinding(every) }) })),
      ...given(findings?.none, (none) => ({ NOT: hasFinding(whereFinding(none)) })),
    ],
  }
}

/** Findings hang off every revision; those of the current one count. */
const hasFinding = (some: Prisma.FindingWhereInput): Prisma.ReportWhereInput => ({
  current: { is: { judgement: { is: { findings: { some } } } } },
})

function whereFinding(condition: FindingCondition | null | undefined): Prisma.FindingWhereInput {
  const { ruleId, severity, path, report } = condition ?? {}
  return {
    AND: [
      ...combined(condition, whereFinding, { ruleId: { in: [] } }),
      ...given(ruleId, (ruleId) => ({ ruleId: text(ruleId) })),
      ...given(severity, (severity) => ({ severity: comparison(severity) })),
      ...given(path?.contains, (has) => ({ paths: { has } })),
      ...given(path?.containsAny, (some) => ({ paths: { hasSome: [...some] } })),
      ...given(report, (report) => ({ judgement: { revision: { currentOf: { is: whereReport(report) } } } })),
    ],
  }
}

/** What was given, as a condition; nothing otherwise. */
const given = <Value, Where>(value: Value | null | undefined, where: (value: Value) => Where): Where[] =>
  value == null ? [] : [where(value)]

interface Combinations<Condition> {
  readonly AND?: readonly Condition[] | null
  readonly OR?: readonly Condition[] | null
  readonly NOT?: readonly Condition[] | null
}

/**
 * Conditions put together. The client leaves out whatever asks for nothing, in an OR and under a NOT too, where it decides: so each
 * one says with `never`, which no row fulfils, that it holds of all rows, and each OR that it holds of none.
 */
const combined = <Condition, Where extends object>(
  condition: Combinations<Condition> | null | undefined,
  where: (condition: Condition) => Where,
  never: Where,
) => [
  { NOT: never },
  ...(condition?.AND ?? []).map(where),
  ...given(condition?.OR, (some) => ({ OR: [never, ...some.map(where)] })),
  ...(condition?.NOT ?? []).map((one) => ({ NOT: where(one) })),
]

const many = <Condition, Where>(
  { some, every, none }: RelatedCondition<Condition>,
  where: (condition: Condition) => Where,
) => ({
  ...(some != null && { some: where(some) }),
  ...(every != null && { every: where(every) }),
  ...(none != null && { none: where(none) }),
})

type Given<Comparisons> = {
  [Name in keyof Comparisons]?: NonNullable<Comparisons[Name]> extends readonly (infer Value)[]
    ? Value[]
    : NonNullable<Comparisons[Name]>
}

/** The comparisons without those that ask for nothing. */
const comparison = <Comparisons extends object>(comparisons: Comparisons) =>
  Object.fromEntries(Object.entries(comparisons).filter(([, value]) => value != null)) as Given<Comparisons>

/** The client takes %, _ and \ in parts of a text for patterns. */
const text = ({ startsWith, contains, ...others }: TextCondition) => ({
  ...comparison(others),
  ...(startsWith != null && { startsWith: literal(startsWith) }),
  ...(contains != null && { contains: literal(contains) }),
})

const literal = (part: string) => part.replace(/[\\%_]/g, '\\$&')
