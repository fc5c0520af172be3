import type { Prisma } from './generated/prisma/client.ts'
import type { Direction } from './sort-order.ts'

// Orders of callers as the store's client takes them, for the lists within one row (see client-conditions.ts). Each is completed by that of its list,
// in which no two rows are alike, so that the row that a cursor names has one place in every order.

interface DistrictEntry {
  readonly code?: Direction | null
  readonly name?: Direction | null
  readonly level?: Direction | null
}

interface AgencyEntry {
  readonly name?: Direction | null
  readonly kind?: Direction | null
  readonly district?: DistrictEntry | null
}

/** A key of the lists of reports. The status is none: the client loses reports that have none behind a cursor. */
interface ReportEntry {
  readonly year?: Direction | null
  readonly form?: Direction | null
  readonly createdAt?: Direction | null
  readonly updatedAt?: Direction | null
  readonly district?: DistrictEntry | null
  readonly agency?: AgencyEntry | null
}

type Entries<Entry> = readonly Entry[] | null | undefined

/** Districts in that order, and by code. */
export const inDistrictOrder = (orderBy: Entries<DistrictEntry>): Prisma.DistrictOrderByWithRelationInput[] => [
  ...(orderBy ?? []).map(districtKey),
  { code: 'asc' },
]

/** Agencies in that order, and as they arrived. */
export const inAgencyOrder = (orderBy: Entries<AgencyEntry>): Prisma.AgencyOrderByWithRelationInput[] => [
  ...(orderBy ?? []).map(agencyKey),
  { id: 'asc' },
]

/** Reports in that order, and the latest year first. */
export const inReportOrder = (orderBy: Entries<ReportEntry>): Prisma.ReportOrderByWithRelationInput[] => [
  ...(orderBy ?? []).map(reportKey),
  { year: 'desc' },
  { agencyId: 'asc' },
]

const districtKey = ({ code, name, level }: DistrictEntry): Prisma.DistrictOrderByWithRelationInput => ({
  ...(code && { code }),
  ...(name && { name }),
  ...(level && { level }),
})

const agencyKey = ({ name, kind, district }: AgencyEntry): Prisma.AgencyOrderByWithRelationInput => ({
  ...(name && { name }),
  ...(kind && { kind }),
  ...(district && { district: districtKey(district) }),
})

const reportKey = ({ form, district, agency, ...own }: ReportEntry): Prisma.ReportOrderByWithRelationInput => ({
  ...(own.year && { year: own.year }),
  ...(own.createdAt && { createdAt: own.createdAt }),
  ...(own.updatedAt && { updatedAt: own.updatedAt }),
  // Reports without a form stand as an index has them, as in the list of all reports.
  ...(form && { current: { form } }),
  ...(district && { district: districtKey(district) }),
  ...(agency && { agency: agencyKey(agency) }),
})
