import type { Claim, ClaimScope, ClaimSubject } from '../domain/claim.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import type { Finding, FindingSide, Severity, Statement } from '../domain/finding.ts'
import type { Locator } from '../domain/locator.ts'
import type { Share } from '../domain/share.ts'

// How the rows of a revision leave the database: as one JSON array of arrays, which costs a fraction of what rows by the thousand do. It
// is put together as text: PostgreSQL's own functions look the type of each value up again for each row, and take five times as long.

/** Rows of a table that hang off a revision, and how the cells of each are read. */
export interface RowList<Cells, Row> {
  readonly table: string
  /** Expressions of JSON text. */
  readonly columns: readonly string[]
  readonly order: string
  readonly read: (cells: Cells) => Row
}

/** An expression that gathers the rows of a table into the text of one JSON array of arrays; null when there are none. */
export const arraysOf = ({ columns, order }: Pick<RowList<never, unknown>, 'columns' | 'order'>) =>
  `'[' || string_agg(concat('[', ${columns.join(", ',', ")}, ']'), ',' ORDER BY ${order}) || ']'`

/** JSON text of a code, or of digits that stay a string: of nothing that JSON would have to escape. */
export const CODE = (column: string) => `coalesce('"' || ${column}::text || '"', 'null')`

/** JSON text of what is JSON as it stands: a whole number, a truth value, JSON itself. */
export const PLAIN = (column: string) => `coalesce(${column}::text, 'null')`

/** JSON text of anything, such as text or a list. */
export const QUOTED = (column: string) => `coalesce(to_json(${column})::text, 'null')`

/** A decimal leaves the database as text: as a JSON number it would become a float. */
export const DECIMAL = (column: string) => `trim_scale(${column})::text`

type ClaimCells = [ClaimSubject, string, string[], string | null, boolean, ClaimScope | null, string, Locator | null]

export const CLAIMS: RowList<ClaimCells, Claim> = {
  table: 'claims',
  columns: [
    CODE('subject'),
    CODE(DECIMAL('value')),
    QUOTED('parts'),
    QUOTED('unit'),
    PLAIN('approximate'),
    CODE('scope'),
    QUOTED('sentence'),
    PLAIN('locator'),
  ],
  order: 'position',
  read: ([subject, value, parts, unit, approximate, scope, sentence, at]) => {
    return { subject, value, ...(parts.length > 0 && { parts }), unit, approximate, scope, sentence, at }
  },
}

type TermCells = [ClaimSubject | null, string | null]
type ShareCells = [string, ...TermCells, ...TermCells, string, Locator | null]

export const SHARES: RowList<ShareCells, Share> = {
  table: 'shares',
  columns: [
    QUOTED('percent'),
    CODE('part_subject'),
    CODE(DECIMAL('part_value')),
    CODE('whole_subject'),
    CODE(DECIMAL('whole_value')),
    QUOTED('sentence'),
    PLAIN('locator'),
  ],
  order: 'position',
  read: ([percent, partSubject, partValue, wholeSubject, wholeValue, sentence, at]) => {
    const part = { subject: partSubject, value: partValue }
    return { percent, part, whole: { subject: wholeSubject, value: wholeValue }, sentence, at }
  },
}

/** A side of a finding as it is stored, with everything that the domain may leave out. */
export interface StoredSide extends FindingSide {
  readonly year: number | null
  readonly statements: readonly Statement[]
}

/** A finding as it is stored, with everything that the domain may leave out. */
export interface StoredFinding extends Finding {
  readonly left: StoredSide
  readonly right: StoredSide
  readonly unit: string | null
  readonly sameAs: readonly FigurePath[]
}

type FindingCells = [
  ruleId: string,
  severity: Severity,
  message: string,
  remedy: string | null,
  left: StoredSide,
  right: StoredSide,
  difference: string,
  unit: string | null,
  sameAs: FigurePath[],
]

export const FINDINGS: RowList<FindingCells, StoredFinding> = {
  table: 'findings',
  columns: [
    QUOTED('rule_id'),
    CODE('severity'),
    QUOTED('message'),
    QUOTED('remedy'),
    PLAIN('"left"'),
    PLAIN('"right"'),
    CODE(DECIMAL('difference')),
    QUOTED('unit'),
    QUOTED('same_as'),
  ],
  order: 'position',
  read: ([ruleId, severity, message, remedy, left, right, difference, unit, sameAs]) => {
    return { ruleId, severity, message, ...(remedy !== null && { remedy }), left, right, difference, unit, sameAs }
  },
}
