import { all, any, coded, number, type Optional, text } from '../column-conditions.ts'
import { type AgencyCondition, asked, type DistrictCondition, type ReportCondition } from '../conditions.ts'
import { Prisma } from '../generated/prisma/client.ts'

// What callers may ask of reports, asked of the groups into which sums divide them.

type Sql = Prisma.Sql
const { raw, sql } = Prisma

/** A condition that a group fulfils with all of its reports, or with none. */
export interface GroupCondition {
  /** Of the row that stands as `grp`, which has the columns of a group. */
  readonly holds: Sql
  /** Whether it asks for the province: groups of the whole country do not tell. */
  readonly isOfProvince: boolean
}

/** The condition, as asked of groups; null when it asks for what they do not tell. */
export function groupCondition(condition: ReportCondition | null | undefined): GroupCondition | null {
  const groups = new Groups()
  const holds = groups.report(condition ?? {})
  return holds && { holds, isOfProvince: groups.isOfProvince }
}

/** A division is a province, or no more of its code is given than that of one. */
const PROVINCE = /^\d\d0000$/
const DIGITS_OF_PROVINCE = 2

class Groups {
  isOfProvince = false

  readonly report = (condition: ReportCondition): Sql | null => {
    const { AND, OR, NOT, year, form, district, agency, ...others } = condition
    if (asked(others) !== null) return null
    return together([
      this.#combined({ AND, OR, NOT }, this.report),
      all(number(column('year'), year)),
      all(coded(column('form'), form, 'form')),
      district == null ? NOTHING : this.#district(district),
      agency == null ? NOTHING : this.#agency(agency),
    ])
  }

  readonly #agency = (condition: AgencyCondition): Sql | null => {
    const { AND, OR, NOT, kind, district, ...others } = condition
    if (asked(others) !== null) return null
    return together([
      this.#combined({ AND, OR, NOT }, this.#agency),
      all(coded(column('agency_kind'), kind, 'agency_kind')),
      district == null ? NOTHING : this.#district(district),
    ])
  }

  readonly #district = (condition: DistrictCondition): Sql | null => {
    const { AND, OR, NOT, level, within, code, ...others } = condition
    if (asked(others) !== null) return null
    const { startsWith, ...otherTexts } = code ?? {}
    if (asked(otherTexts) !== null || (startsWith ?? '').length > DIGITS_OF_PROVINCE) return null
    if (within != null && !PROVINCE.test(within)) return null
    this.isOfProvince ||= startsWith != null || within != null
    return together([
      this.#combined({ AND, OR, NOT }, this.#district),
      all(coded(column('level'), level, 'district_level')),
      all(text(column('province'), { startsWith, equals: within })),
    ])
  }

  #combined<Condition>(
    { AND, OR, NOT }: Optional<{ AND: readonly Condition[]; OR: readonly Condition[]; NOT: readonly Condition[] }>,
    told: (condition: Condition) => Sql | null,
  ): Sql | null {
    const either = OR?.map(told)
    return together([
      ...(AND ?? []).map(told),
      // As everywhere: an empty OR never holds, and unknown is not held.
      ...(either === undefined ? [] : [isTold(either) ? any(either) : null]),
      ...(NOT ?? []).map(told).map((part) => part && sql`${part} IS NOT TRUE`),
    ])
  }
}

const NOTHING = all([])
const column = (name: string): Sql => raw(`grp.${name}`)
const isTold = (parts: readonly (Sql | null)[]): parts is readonly Sql[] => parts.every((part) => part !== null)
const together = (parts: readonly (Sql | null)[]): Sql | null => (isTold(parts) ? all(parts) : null)
