import type { AgencyKind } from './agency.ts'
import type { Claim } from './claim.ts'
import type { Figure } from './figure.ts'
import type { FigurePath } from './figure-paths.ts'
import type { Form } from './forms.ts'
import type { Issue } from './issue.ts'
import type { Locator } from './locator.ts'
import type { Share } from './share.ts'
import type { UnrecognisedRow } from './unrecognised-row.ts'

/** A heading and the text under it, up to the next heading. */
export interface Section {
  /** Null for what stands before the first heading. */
  readonly heading: string | null
  readonly text: string
  readonly at: Locator | null
}

/** The days that the figures cover, ISO 8601, both included. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** One annual report as read from one document: nothing repaired, nothing judged. */
export interface Report {
  /** Null when the document does not tell it beyond doubt. */
  readonly district: { readonly code: string; readonly name: string } | null
  /** The codes of the divisions that the printed name fits, when there are several and nothing tells which is meant. */
  readonly districtCandidates?: readonly string[]
  readonly agency: { readonly kind: AgencyKind; readonly name: string } | null
  readonly year: number | null
  /** Null when no table of a known form was found. */
  readonly form: Form | null
  readonly title: string | null
  readonly period: Period | null
  /** Only the figures that the document prints, in the order of the document. */
  readonly figures: ReadonlyMap<FigurePath, Figure>
  /** Rows with values that the form does not have, in the order of the document. */
  readonly unrecognisedRows: readonly UnrecognisedRow[]
  /** Numbers that sentences state, in the order of the document: never figures. */
  readonly claims: readonly Claim[]
  /** Shares that sentences state, in the order of the document. */
  readonly shares: readonly Share[]
  readonly sections: readonly Section[]
  readonly issues: readonly Issue[]
  /** The rows and lines in which its figures and issues stand, as printed, each once; empty when it came as structured data without them. */
  readonly snippets: readonly string[]
}
