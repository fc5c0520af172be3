import type { AgencyKind } from '../domain/agency.ts'
import type { Claim } from '../domain/claim.ts'
import type { DistrictLevel } from '../domain/district.ts'
import { districtByCode } from '../domain/district-registry.ts'
import type { Figure } from '../domain/figure.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import type { Form } from '../domain/forms.ts'
import type { Report } from '../domain/report.ts'
import type { Share } from '../domain/share.ts'

export type Figures = ReadonlyMap<FigurePath, Pick<Figure, 'state' | 'value'>>

/** The report that the same agency made a year before. */
export interface Previous {
  readonly year: number
  readonly form: Form | null
  readonly figures: Figures
}

/** What is judged: a report as read or as stored, and the one before it where that is known. */
export interface Subject {
  readonly year: number | null
  readonly form: Form | null
  readonly agency: { readonly kind: AgencyKind } | null
  /** The level of the agency's district. */
  readonly level: DistrictLevel | null
  readonly figures: Figures
  readonly claims: readonly Claim[]
  readonly shares: readonly Share[]
  readonly previous: Previous | null
}

/** A report and the one before it → what is judged. */
export function subjectOf(report: Report, previous: Previous | null = null): Subject {
  const { year, form, agency, district, figures, claims, shares } = report
  const level = district === null ? null : (districtByCode(district.code)?.level ?? null)
  return { year, form, agency, level, figures, claims, shares, previous }
}
