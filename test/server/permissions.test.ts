import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'
import { testHub } from '../hub.ts'
import {
  type Attempt,
  expectationOf,
  KINDS,
  type Kind,
  keysOf,
  MUTATIONS,
  NODES,
  NODES_OF_RUNS,
  PROTECTED,
  PROTECTED_ROOTS,
  ROUTES,
  WITHIN,
} from './permissions.ts'

const ROOT = join(import.meta.dirname, '../..')
const hub = await testHub()
let agency = 0
let other = 0
let keys: ReadonlyMap<Kind, string | null> = new Map()
let cases = 0

beforeAll(async () => {
  await hub.ingestSamples('daxing-2020', 'tongzhou-2018')
  const idOf = async (districtCode: string) =>
    (await hub.db.prisma.agency.findFirstOrThrow({ where: { districtCode } })).id
  agency = await idOf('110115')
  other = await idOf('110112')
  keys = await keysOf(hub, { agency, other })
})

const headersOf = (kind: Kind): Record<string, string> => {
  const key = keys.get(kind) ?? null
  return key === null ? {} : { authorization: `Bearer ${key}` }
}

interface Answer {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[]
}

async function ask(kind: Kind, query: string, variables = {}): Promise<Answer & { status: number }> {
  const response = await hub.fetch('http://hub/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(kind) },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, ...((await response.json()) as Answer) }
}

const fieldsOf = (type: GraphQLObjectType | null | undefined) => Object.values(type?.getFields() ?? {})

/** What the builder was told of a type or a field. */
const isProtected = ({ extensions }: { extensions: object }) =>
  (extensions as { pothosOptions?: { authScopes?: unknown } }).pothosOptions?.authScopes !== undefined

/** All that is stored, in a digest, but for when a key was last used and for versions that follow from the rest. */
async function stored(): Promise<string> {
  const { rows: tables } = await hub.db.pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname NOT IN ('districts', 'data_versions', '_prisma_migrations') ORDER BY relname`,
  )
  const digest = createHash('sha256')
  for (const { name } of tables) {
    const { rows } = await hub.db.pool.query<{ row: string }>(
      `SELECT (to_jsonb(stored) - 'last_used_at')::text AS row FROM ${name} AS stored ORDER BY 1`,
    )
    digest.update(name).update(JSON.stringify(rows))
  }
  return digest.digest('hex')
}

describe('the tables of what every key may do', () => {
  it('have a row for every mutation, and for every other field that takes a key', () => {
    expect(Object.keys(MUTATIONS).sort()).toEqual(
      fieldsOf(schema.getMutationType())
        .map(({ name }) => name)
        .sort(),
    )
    const roots = [schema.getQueryType(), schema.getSubscriptionType()].flatMap((type) =>
      fieldsOf(type)
        .filter(isProtected)
        .map(({ name }) => `${type?.name}.${name}`),
    )
    expect(Object.keys(PROTECTED_ROOTS).sort()).toEqual(roots.sort())
    expect(fieldsOf(schema.getMutationType()).filter((field) => !isProtected(field))).toEqual([])
    const types = Object.values(schema.getTypeMap()).filter(isObjectType)
    const roottypes = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    const others = types.flatMap((type) => [
      ...(isProtected(type) ? [type.name] : []),
      ...(roottypes.includes(type)
        ? []
        : fieldsOf(type)
            .filter(isProtected)
            .map(({ name }) => `${type.name}.${name}`)),
    ])
    expect(Object.keys(PROTECTED).sort()).toEqual(others.sort())
  })

  it('have a row for every type with global ids', () => {
    const node = schema.getType('Node')
    const types = schema.getPossibleTypes(node as Parameters<typeof schema.getPossibleTypes>[0])
    expect([...Object.keys(NODES), ...Object.keys(NODES_OF_RUNS)].sort()).toEqual(types.map(({ name }) => name).sort())
  })

  it('have a row for every route', () => {
    const named = globSync('src/server/**/*.{ts,tsx}', { cwd: ROOT }).flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/['"`](\/[a-z]+)\b[^'"`\n]*['"`]/g)].map(([, path]) => path),
    )
    expect(Object.keys(ROUTES).sort()).toEqual([...new Set(named)].sort())
  })
})

const attempts = Object.entries(MUTATIONS).flatMap(([mutation, { scope, attempts }]) =>
  attempts.map((attempt) => ({ mutation, scope, attempt, name: `${mutation}: ${attempt.what}` })),
)

describe.each(attempts)('$name', ({ mutation, scope, attempt }) => {
  const [argument] = schema.getMutationType()?.getFields()[mutation]?.args ?? []
  const document = `mutation ($input: ${argument?.type}) { ${mutation}(${argument?.name}: $input) { __typename } }`

  async function inputFor(kind: Kind, { input }: Attempt) {
    cases += 1
    const report = await hub.db.prisma.report.findUniqueOrThrow({
      where: { agencyId_year: { agencyId: agency, year: 2020 } },
    })
    return input({ kind, number: cases, hub, current: report.currentNumber ?? 0 })
  }

  it.each(KINDS)('with the key %s', async (kind) => {
    const expected = expectationOf(kind, scope, attempt.reach, attempt.except)
    const input = await inputFor(kind, attempt)
    const before = await stored()
    const { status, data, errors } = await ask(kind, document, { input })
    const [answer] = [data?.[mutation]].flat() as ({ __typename: string } | null | undefined)[]
    const typename = answer?.__typename
    if (expected === 'OUT_OF_REACH' && !attempt.refused.endsWith('Error')) {
      expect({ codes: errors?.map(({ extensions }) => extensions.code), typename }).toEqual({
        codes: [attempt.refused],
        typename: undefined,
      })
    } else if (expected === 'UNAUTHENTICATED' || expected === 'FORBIDDEN') {
      expect({ status, codes: errors?.map(({ extensions }) => extensions.code), typename }).toEqual({
        status: expected === 'FORBIDDEN' ? 403 : 401,
        codes: [expected],
        typename: undefined,
      })
    } else {
      expect({ status, errors, typename }).toEqual({
        status: 200,
        errors: undefined,
        typename: expected === 'DONE' ? attempt.done : attempt.refused,
      })
    }
    const isToChange = expected === 'DONE' && attempt.changes !== false
    expect((await stored()) !== before).toBe(isToChange)
  })
})

const asked = Object.entries(PROTECTED_ROOTS).filter(([, { query }]) => query !== '')

describe.each(asked)('%s', (_field, { scope, query }) => {
  it.each(KINDS)('with the key %s', async (kind) => {
    const expected = expectationOf(kind, scope, KINDS)
    const before = await stored()
    const { errors } = await ask(kind, query)
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(expected === 'DONE' ? undefined : [expected])
    expect(await stored()).toBe(before)
  })
})

describe.each(Object.entries(NODES))('the node of type %s', (name, keyOf) => {
  const type = schema.getType(name) as GraphQLObjectType
  const open = fieldsOf(type)
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument))
    .filter((field) => !(`${name}.${field.name}` in PROTECTED))
    .map((field) => field.name)

  it.each(KINDS)('is the same for everybody, with the key %s', async (kind) => {
    const id = Buffer.from(`${name}:${keyOf({ agency, other })}`).toString('base64')
    const query = `query ($id: ID!) { node(id: $id) { __typename ... on ${name} { ${open.join(' ')} } } }`
    const answer = await ask(kind, query, { id })
    expect(answer).toMatchObject({ data: { node: { __typename: name } } })
    expect(answer.errors).toBeUndefined()
    expect(answer).toEqual(await ask('none', query, { id }))
  })
})

describe.each(Object.entries(NODES_OF_RUNS))('the node of type %s', (name, make) => {
  it.each(KINDS)('is for its sender and for those that are for everything, with the key %s', async (kind) => {
    const id = await make(hub)
    const before = await stored()
    for (const query of ['{ node(id: $id) { id } }', '{ nodes(ids: [$id]) { id } }']) {
      const { data, errors } = await ask(kind, `query ($id: ID!) ${query}`, { id })
      const expected = expectationOf(kind, 'RUNS', [])
      const code = expected === 'OUT_OF_REACH' ? 'FORBIDDEN' : expected
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(expected === 'DONE' ? undefined : [code])
      expect(JSON.stringify(data).includes(`"${id}"`)).toBe(expected === 'DONE')
    }
    expect(await stored()).toBe(before)
    expect(name in PROTECTED).toBe(true)
  })
})

describe('the routes beside GraphQL', () => {
  it.each(KINDS)('give the source of a revision to the key %s where it is for that', async (kind) => {
    const { sourceSha256 } = await hub.db.prisma.revision.findFirstOrThrow({
      where: { agencyId: agency, year: 2020, number: 1 },
    })
    const { status } = await hub.fetch(`http://hub/sources/${Buffer.from(sourceSha256).toString('hex')}`, {
      headers: headersOf(kind),
    })
    const expected = expectationOf(kind, 'READ_PRIVATE', WITHIN)
    expect(status).toBe({ UNAUTHENTICATED: 401, FORBIDDEN: 403, OUT_OF_REACH: 404, DONE: 200 }[expected])
  })

  it.each(KINDS)('take a file into a run from the key %s where that has started it', async (kind) => {
    const id = Buffer.from(await NODES_OF_RUNS.IngestionRun!(hub), 'base64')
      .toString()
      .split(':')[1]
    const before = await stored()
    const { status } = await hub.fetch(`http://hub/ingest/runs/${id}/files?name=2.txt`, {
      method: 'POST',
      headers: { ...headersOf(kind), 'content-type': 'application/octet-stream' },
      body: 'No report.',
    })
    const expected = expectationOf(kind, 'RUNS', [])
    // Those that are for everything see it, and fill it as little as others do.
    const mine = kind === 'INGEST' ? 200 : 403
    expect(status).toBe({ UNAUTHENTICATED: 401, FORBIDDEN: 403, OUT_OF_REACH: 404, DONE: mine }[expected])
    expect((await stored()) !== before).toBe(kind === 'INGEST')
  })
})

describe('who sent a revision', () => {
  const id = () => Buffer.from(`Revision:${agency}-2020-1`).toString('base64')
  const queries = {
    'by node id': '{ node(id: "$id") { ... on Revision { createdBy } } }',
    'among nodes': '{ nodes(ids: ["$id"]) { ... on Revision { createdBy } } }',
    'by its report': '{ report(district: "110115", year: 2020) { revisions(last: 1) { nodes { createdBy } } } }',
  }
  it.each(KINDS)('is told to the key %s only where it is for that', async (kind) => {
    const expected = expectationOf(kind, 'READ_PRIVATE', WITHIN)
    const code = expected === 'OUT_OF_REACH' ? 'FORBIDDEN' : expected
    for (const [way, query] of Object.entries(queries)) {
      const { data, errors } = await ask(kind, query.replace('$id', id()))
      expect(
        errors?.map(({ extensions }) => extensions.code),
        way,
      ).toEqual(expected === 'DONE' ? undefined : [code])
      expect(JSON.stringify(data).includes('"createdBy":"tests"'), way).toBe(expected === 'DONE')
    }
  })
})

describe('what a limited key reads of keys and of what was done', () => {
  const namesFor = async (kind: Kind) => {
    const { data } = await ask(kind, '{ apiKeys(first: 100) { totalCount nodes { name } } }')
    const { nodes, totalCount } = (data as { apiKeys: unknown }).apiKeys as {
      nodes: { name: string }[]
      totalCount: number
    }
    expect(totalCount).toBe(nodes.length)
    return nodes.map(({ name }) => name)
  }

  it('are keys that reach nothing beyond what it reaches', async () => {
    expect(await namesFor('of another agency')).toEqual(['of another agency'])
    expect(await namesFor('of the neighbour')).toEqual(['of the neighbour', 'of another agency'])
    expect(await namesFor('of the agency')).toEqual(['of the agency'])
    const ofDistrict = await namesFor('of the district')
    expect(ofDistrict).toContain('of the agency')
    expect(ofDistrict).not.toContain('of the province')
    expect(await namesFor('of the province')).toEqual(expect.arrayContaining([...ofDistrict, 'of the neighbour']))
    expect(await namesFor('of the province')).not.toContain('ADMIN')
    expect(await namesFor('every scope')).toContain('ADMIN')
  })

  it('are events about agencies and keys that it reaches', async () => {
    // Those of runs are many here, and about no agency.
    const filter = '{ action: { in: ["key.created", "report.created", "report.revised"] } }'
    const query = `{ auditEvents(first: 100, filter: ${filter}) { totalCount nodes { action agency { district { code } } details } } }`
    const seen = async (kind: Kind) => {
      const { data, errors } = await ask(kind, query)
      expect(errors).toBeUndefined()
      const { nodes } = (data as { auditEvents: unknown }).auditEvents as {
        nodes: { action: string; agency: { district: { code: string } } | null; details: { name?: string } | null }[]
      }
      return nodes.map(({ action, agency: of, details }) => of?.district.code ?? `${action} ${details?.name}`)
    }
    const others = new Set(await seen('of the neighbour'))
    expect(others).toEqual(new Set(['110112', 'key.created of the neighbour', 'key.created of another agency']))
    expect(new Set(await seen('of the agency'))).toEqual(new Set(['110115', 'key.created of the agency']))
    expect(await seen('every scope')).toContain('key.created ADMIN')
  })

  it('never is a key itself, nor its digest', async () => {
    const { data } = await ask(
      'every scope',
      '{ apiKeys(first: 100) { nodes { name } } auditEvents(first: 100) { nodes { details } } }',
    )
    const told = JSON.stringify(data)
    for (const key of keys.values()) {
      if (key === null) continue
      const digest = createHash('sha256').update(key).digest()
      for (const secret of [key, digest.toString('hex'), digest.toString('base64')]) expect(told).not.toContain(secret)
    }
    const fields = fieldsOf(schema.getType('ApiKey') as GraphQLObjectType).map(({ name }) => name)
    expect(fields.filter((name) => /sha|digest|hash|secret|token/i.test(name))).toEqual([])
  })
})

it('viewer tells a key of itself', async () => {
  const query = '{ viewer { name scopes districts { code } agencies { district { code } } expiresAt revokedAt } }'
  expect(await ask('of the province', query)).toMatchObject({
    data: {
      viewer: {
        name: 'of the province',
        scopes: ['READ_PRIVATE', 'INGEST', 'ADMIN'],
        districts: [{ code: '110000' }],
        agencies: [],
        expiresAt: null,
        revokedAt: null,
      },
    },
  })
  expect(await ask('of the agency', query)).toMatchObject({
    data: { viewer: { districts: [], agencies: [{ district: { code: '110115' } }] } },
  })
})
