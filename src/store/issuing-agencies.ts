import type { AgencyKind } from '../domain/agency.ts'
import { Prisma } from './generated/prisma/client.ts'
import { rowsOf, type TransactionClient } from './statement.ts'

/** An agency by its name, as reports are filed under it. */
export interface NamedAgency {
  readonly districtCode: string
  readonly name: string
  /** That of the agency when it is made; one that is there keeps its own. */
  readonly kind: AgencyKind
}

/** An agency of the store. */
export interface IssuingAgency extends NamedAgency {
  readonly id: number
  /** Whether this transaction has made it. */
  readonly isNew: boolean
}

/** What tells an agency from others. */
export const agencyKey = ({ districtCode, name }: Pick<NamedAgency, 'districtCode' | 'name'>) =>
  `${districtCode} ${name}`

/**
 * The agencies of these names, by `agencyKey`; those that are not there are made. Whoever makes the same one at the same time waits here until
 * the other has committed. They are made in the order of their names, and before any lock is taken, so that nobody waits in a circle.
 */
export async function issuingAgencies(
  tx: TransactionClient,
  named: readonly NamedAgency[],
): Promise<Map<string, IssuingAgency>> {
  const wanted = new Map(named.map((agency) => [agencyKey(agency), agency]))
  const found = new Map<string, IssuingAgency>()
  const find = async () => {
    for (const agency of await rowsOf<Omit<IssuingAgency, 'isNew'>>(tx, known([...wanted.values()]))) {
      if (!found.has(agencyKey(agency))) found.set(agencyKey(agency), { ...agency, isNew: false })
    }
  }
  await find()
  const missing = [...wanted].filter(([key]) => !found.has(key)).map(([, agency]) => agency)
  if (missing.length === 0) return found
  for (const agency of await rowsOf<Omit<IssuingAgency, 'isNew'>>(tx, made(missing))) {
    found.set(agencyKey(agency), { ...agency, isNew: true })
  }
  // Others have made the rest meanwhile.
  if (found.size < wanted.size) await find()
  const [lost] = [...wanted].filter(([key]) => !found.has(key))
  if (lost) throw new Error(`Expected the agency ${lost[0]} to be stored, found none.`)
  return found
}

const COLUMNS = Prisma.raw('id, district_code AS "districtCode", name, kind::text AS kind')

const columns = (agencies: readonly NamedAgency[]) => Prisma.sql`
  ${agencies.map(({ districtCode }) => districtCode)}::char(6)[], ${agencies.map(({ name }) => name)}::text[]`

const known = (agencies: readonly NamedAgency[]) => Prisma.sql`
  SELECT ${COLUMNS} FROM agencies
  WHERE (district_code, name) IN (SELECT * FROM unnest(${columns(agencies)}))`

const made = (agencies: readonly NamedAgency[]) => Prisma.sql`
  INSERT INTO agencies (district_code, name, kind)
  SELECT * FROM unnest(${columns(agencies)}, ${agencies.map(({ kind }) => kind)}::agency_kind[]) AS new (district_code, name, kind)
  ORDER BY district_code, name
  ON CONFLICT DO NOTHING
  RETURNING ${COLUMNS}`
