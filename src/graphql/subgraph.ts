import { printSchema } from 'graphql'
import { z } from 'zod'
import type { Database } from '../store/database.ts'
import { builder } from './builder.ts'
import { listOf } from './limits.ts'
import { agencyKeyOf, decodeGlobalId, districtKeyOf, instantIn, refusalOf, reportKeyOf } from './node-id.ts'
import { badUserInput } from './refusals.ts'
import { toldAsOf } from './report-as-of.ts'
import { schema } from './schema.ts'
import { Agency } from './types/agency.ts'
import { District } from './types/district.ts'
import { Report } from './types/report.ts'

// The schema as a subgraph of Apollo Federation 2 (https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec):
// the schema itself, and the two fields by which a router asks what there is and resolves what other subgraphs refer to.

/** What a router may refer to, by which key fields. */
const KEYS = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
extend type District @key(fields: "code") @key(fields: "id")
extend type Agency @key(fields: "id")
extend type Report @key(fields: "id")
directive @oneOf on INPUT_OBJECT
`

/** The most references of one request. */
const MAX_REPRESENTATIONS = 1_000

// Other subgraphs with connections have a type of the same name and fields. An extension would share the fields in it alone.
const SDL = `${printSchema(schema).replace('type PageInfo {', 'type PageInfo @shareable {')}${KEYS}`

const Any = builder.scalarType('_Any', {
  description: 'A reference to an entity: its `__typename` and the fields of one of its keys.',
  serialize: (value) => value,
  parseValue: (value) => value,
})

const Entity = builder.unionType('_Entity', {
  description: 'What other subgraphs may refer to.',
  types: [District, Agency, Report],
})

const Service = builder.objectRef<{ readonly sdl: string }>('_Service').implement({
  description: 'This subgraph.',
  fields: (t) => ({ sdl: t.exposeString('sdl', { description: 'Its schema, with the keys of its entities.' }) }),
})

builder.queryFields((t) => ({
  _entities: t.field({
    type: [Entity],
    nullable: { list: false, items: true },
    description: 'The entities that are referred to, in the order of the references; null where there is none.',
    args: { representations: t.arg({ type: [Any], required: true, description: 'The references.' }) },
    complexity: ({ representations }) => listOf(representations?.length ?? 0),
    resolve: async (_root, { representations }, { database, loaders }) => {
      if (representations.length > MAX_REPRESENTATIONS) {
        throw badUserInput(`Expected at most ${MAX_REPRESENTATIONS} representations, got ${representations.length}.`)
      }
      const references = representations.map(referenceOf)
      const found = await load(references, database)
      return Promise.all(
        references.map(({ entity, key }) => {
          const [present = key] = key.split('@')
          const asOf = instantIn(key)
          if (asOf === null) return found[entity].get(key) ?? null
          const report = found.Report.get(present)
          return report === undefined ? null : toldAsOf(report, asOf, loaders)
        }),
      )
    },
  }),
  _service: t.field({
    type: Service,
    description: 'This subgraph.',
    resolve: () => ({ sdl: SDL }),
  }),
}))

/** The schema of the hub as a subgraph. */
export const subgraph = builder.toSchema()

type EntityName = 'District' | 'Agency' | 'Report'

interface Reference {
  readonly entity: EntityName
  /** As in a global id. */
  readonly key: string
}

const representation = z.union([
  z.object({ __typename: z.literal('District'), code: z.string() }),
  z.object({ __typename: z.enum(['District', 'Agency', 'Report']), id: z.string() }),
])

function referenceOf(given: unknown): Reference {
  const { data } = representation.safeParse(given)
  if (data === undefined) {
    throw badUserInput(
      `Expected representations such as {"__typename": "District", "code": "110115"} or {"__typename": "Report", "id": "…"}, got ${JSON.stringify(given)?.slice(0, 200)}.`,
    )
  }
  if ('code' in data) return { entity: data.__typename, key: districtKeyOf(data.code) }
  const nodeId = decodeGlobalId(data.id)
  const refusal = refusalOf(nodeId, data.__typename)
  if (refusal !== null) throw refusal
  return { entity: data.__typename, key: nodeId.id }
}

/** The entities by their keys: one statement for each type that is referred to. */
async function load(references: readonly Reference[], { prisma }: Database) {
  const keysOf = (wanted: EntityName) => [
    ...new Set(references.filter(({ entity }) => entity === wanted).map(({ key }) => key)),
  ]
  const codes = keysOf('District')
  const agencyIds = keysOf('Agency').map(agencyKeyOf)
  const reportKeys = keysOf('Report').map(reportKeyOf)
  const [districts, agencies, reports] = await Promise.all([
    codes.length === 0 ? [] : prisma.district.findMany({ where: { code: { in: codes } } }),
    agencyIds.length === 0 ? [] : prisma.agency.findMany({ where: { id: { in: agencyIds } } }),
    reportKeys.length === 0 ? [] : prisma.report.findMany({ where: { OR: reportKeys }, include: { current: true } }),
  ])
  // Typed whole, as the client types those of a relation; it leaves source and snippets out of both.
  const whole = reports as (typeof Report.$inferType)[]
  return {
    District: byKey(District.addBrand(districts), ({ code }) => code),
    Agency: byKey(Agency.addBrand(agencies), ({ id }) => String(id)),
    Report: byKey(Report.addBrand(whole), ({ agencyId, year }) => `${agencyId}-${year}`),
  }
}

const byKey = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [keyOf(row), row]))
