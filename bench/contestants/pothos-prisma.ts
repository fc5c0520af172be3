import { createServer } from 'node:http'
import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import { PrismaPg } from '@prisma/adapter-pg'
import { createYoga } from 'graphql-yoga'
import type PrismaTypes from '../../src/store/generated/pothos/types.ts'
import { getDatamodel } from '../../src/store/generated/pothos/types.ts'
import { Prisma, PrismaClient } from '../../src/store/generated/prisma/client.ts'
import { announce, given } from './announce.ts'

// A plain server of Yoga, Pothos and Prisma over the tables of the hub, as the documentation of Pothos writes one: prismaNode, t.relation,
// prismaConnection, and nothing of one's own. Packages and client are those of the hub.

const prisma = new PrismaClient({
  adapter: new PrismaPg({ connectionString: given('DATABASE_URL') }),
  // Not of its documentation, but without it every answer would carry the documents that reports were read from.
  omit: { revision: { source: true, snippets: true } },
})

const builder = new SchemaBuilder<{
  PrismaTypes: PrismaTypes
  Scalars: { Decimal: { Input: Prisma.Decimal; Output: Prisma.Decimal } }
}>({
  plugins: [PrismaPlugin, RelayPlugin],
  relay: { clientMutationId: 'omit', cursorType: 'String' },
  prisma: { client: prisma, dmmf: getDatamodel() },
  // Asked for by the types of a plugin that the hub has and this server has not.
  scopeAuth: { authScopes: () => ({}) },
})

builder.scalarType('Decimal', {
  serialize: (value) => value.toString(),
  parseValue: (value) => new Prisma.Decimal(String(value)),
})

builder.prismaObject('DisclosureItem', {
  fields: (t) => ({
    item: t.exposeString('item'),
    measure: t.exposeString('measure'),
    state: t.exposeString('state'),
    value: t.expose('value', { type: 'Decimal', nullable: true }),
  }),
})
builder.prismaObject('ApplicationOutcome', {
  fields: (t) => ({
    row: t.exposeString('row'),
    applicant: t.exposeString('applicant'),
    state: t.exposeString('state'),
    value: t.exposeInt('value', { nullable: true }),
  }),
})
builder.prismaObject('ReviewResult', {
  fields: (t) => ({
    result: t.exposeString('result'),
    state: t.exposeString('state'),
    value: t.exposeInt('value', { nullable: true }),
  }),
})
builder.prismaObject('LitigationResult', {
  fields: (t) => ({
    route: t.exposeString('route'),
    result: t.exposeString('result'),
    state: t.exposeString('state'),
    value: t.exposeInt('value', { nullable: true }),
  }),
})
builder.prismaObject('District', {
  fields: (t) => ({ code: t.exposeString('code'), fullName: t.exposeString('fullName') }),
})
builder.prismaObject('Revision', {
  fields: (t) => ({
    disclosureItems: t.relation('disclosureItems'),
    applicationOutcomes: t.relation('applicationOutcomes', {
      args: { rows: t.arg.stringList(), applicant: t.arg.string() },
      query: ({ rows, applicant }) => ({
        where: {
          ...(rows && { row: { in: rows as Prisma.EnumApplicationRowFilter['in'] & string[] } }),
          ...(applicant && { applicant: applicant as Prisma.ApplicationOutcomeWhereInput['applicant'] & string }),
        },
      }),
    }),
    reviewResults: t.relation('reviewResults'),
    litigationResults: t.relation('litigationResults'),
  }),
})
builder.prismaNode('Report', {
  id: { field: 'agencyId_year' },
  fields: (t) => ({
    year: t.exposeInt('year'),
    district: t.relation('district'),
    currentRevision: t.relation('current', { nullable: true }),
  }),
})

builder.queryType({
  fields: (t) => ({
    report: t.prismaField({
      type: 'Report',
      nullable: true,
      args: { agencyId: t.arg.int({ required: true }), year: t.arg.int({ required: true }) },
      resolve: (query, _root, { agencyId, year }) =>
        prisma.report.findUnique({ ...query, where: { agencyId_year: { agencyId, year } } }),
    }),
    reports: t.prismaConnection({
      type: 'Report',
      cursor: 'agencyId_year',
      maxSize: 100,
      resolve: (query) => prisma.report.findMany({ ...query, orderBy: [{ year: 'desc' }, { agencyId: 'asc' }] }),
    }),
  }),
})

announce(createServer(createYoga({ schema: builder.toSchema(), graphiql: false, landingPage: false, logging: false })))
