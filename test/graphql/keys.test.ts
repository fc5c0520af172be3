import { beforeAll, describe, expect, it } from 'vitest'
import { createApiKey, findApiKey } from '../../src/store/api-keys.ts'
import { testHub } from '../hub.ts'

const hub = await testHub()
const globalId = (type: string, key: unknown) => Buffer.from(`${type}:${key}`).toString('base64')
let daxing = 0

beforeAll(async () => {
  await hub.ingestSamples('daxing-2020', 'tongzhou-2018', 'xigong-2020')
  daxing = (await hub.db.prisma.agency.findFirstOrThrow({ where: { districtCode: '110115' } })).id
})

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  __typename
  ... on CreatedApiKey { secret apiKey { name scopes districts { code } agencies { name } expiresAt createdAt lastUsedAt revokedAt } }
  ... on UserError { message expected got }
} }`

const create = (input: object) => hub.ask<{ createApiKey: Record<string, unknown> }, object>(CREATE, { input })

describe('createApiKey', () => {
  it('makes a key that is told once, and works', async () => {
    const { data } = await create({
      name: 'one agency',
      scopes: ['INGEST', 'READ_PRIVATE', 'INGEST'],
      districts: ['110112'],
      agencies: [globalId('Agency', daxing)],
      expiresAt: '2099-12-31T16:00:00Z',
    })
    expect(data?.createApiKey).toEqual({
      __typename: 'CreatedApiKey',
      secret: expect.stringMatching(/^hub_[\w-]{43}$/),
      apiKey: {
        name: 'one agency',
        scopes: ['INGEST', 'READ_PRIVATE'],
        districts: [{ code: '110112' }],
        agencies: [{ name: '北京市大兴区人民政府' }],
        expiresAt: '2099-12-31T16:00:00.000Z',
        createdAt: expect.any(String),
        lastUsedAt: null,
        revokedAt: null,
      },
    })
    expect(await findApiKey(hub.db, String(data?.createApiKey.secret))).toMatchObject({ agencyIds: [daxing] })
  })

  it('makes one for ingestion of everything when nothing else is asked', async () => {
    expect((await create({ name: 'plain' })).data?.createApiKey).toMatchObject({
      apiKey: { scopes: ['INGEST'], districts: [], agencies: [], expiresAt: null },
    })
  })

  it.each([
    ['no scope', { scopes: [] }, 'Expected one scope at least, got none.'],
    ['the id of a report', { agencies: [globalId('Report', '1-2020')] }, 'Expected a global id of Agency'],
    ['no id at all', { agencies: ['x'] }, 'Expected a global id of Agency'],
    ['too many districts', { districts: Array(101).fill('110115') }, 'Expected at most 100 districts'],
    ['a name with a NUL', { name: 'a\0b' }, 'NUL'],
  ])('refuses %s', async (_what, given, message) => {
    const { data, errors } = await create({ name: 'refused', ...given })
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ])
    expect(data?.createApiKey).toBeNull()
    expect(await hub.db.prisma.apiKey.count({ where: { name: 'refused' } })).toBe(0)
  })

  it('tells an error with what was expected and what came', async () => {
    expect((await create({ name: 'odd', agencies: [globalId('Agency', 999_999)] })).data?.createApiKey).toEqual({
      __typename: 'ApiKeyAgencyUnknownError',
      expected: 'an agency that has reports in the hub',
      got: '999999',
      message: expect.stringMatching(/^Expected an agency that has reports in the hub, got 999999: /),
    })
  })
})

describe('revokeApiKey', () => {
  it('revokes a key for good', async () => {
    const { key } = await createApiKey(hub.db, 'to revoke')
    const revoke =
      'mutation { revokeApiKey(input: { name: "to revoke" }) { __typename ... on RevokedApiKey { apiKey { revokedAt } } } }'
    expect((await hub.ask(revoke)).data).toEqual({
      revokeApiKey: { __typename: 'RevokedApiKey', apiKey: { revokedAt: expect.any(String) } },
    })
    expect(await findApiKey(hub.db, key)).toBeNull()
    expect((await hub.ask(revoke)).data).toEqual({ revokeApiKey: { __typename: 'ApiKeyUnknownError' } })
  })

  it('lets a key revoke itself, which is then not in use', async () => {
    const { key } = await createApiKey(hub.db, 'itself', { scopes: ['ADMIN'] })
    const headers = { authorization: `Bearer ${key}` }
    const revoke = 'mutation { revokeApiKey(input: { name: "itself" }) { __typename } }'
    expect(await hub.ask(revoke, {}, headers)).toEqual({ data: { revokeApiKey: { __typename: 'RevokedApiKey' } } })
    expect(await hub.ask(revoke, {}, headers)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  })
})

describe('apiKeys', () => {
  it('are paged in the order in which they were made, with their limits in one statement each', async () => {
    for (const name of ['p1', 'p2', 'p3'])
      await createApiKey(hub.db, name, { districtCodes: ['110000'], agencyIds: [daxing] })
    const page = (args: string) =>
      `{ apiKeys(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { name districts { name } agencies { name } } } }`
    type Page = { apiKeys: { totalCount: number; pageInfo: { endCursor: string }; nodes: { name: string }[] } }
    const names: string[] = []
    let after = ''
    for (;;) {
      hub.db.forgetStatements()
      const { apiKeys } = await hub.dataOf<Page, object>(page(`first: 4${after && `, after: "${after}"`}`))
      // The key, the page, the total, the rows, the districts and the agencies.
      expect(hub.db.statements.length).toBeLessThanOrEqual(6)
      if (apiKeys.nodes.length === 0) break
      names.push(...apiKeys.nodes.map(({ name }) => name))
      after = apiKeys.pageInfo.endCursor
      expect(apiKeys.totalCount).toBe(await hub.db.prisma.apiKey.count())
    }
    expect(names).toEqual((await hub.db.prisma.apiKey.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name))
  })
})

describe('auditEvents', () => {
  interface Events {
    readonly auditEvents: {
      readonly totalCount: number
      readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
      readonly nodes: readonly Readonly<Record<string, unknown>>[]
    }
  }
  const FIELDS = `totalCount pageInfo { endCursor hasNextPage } nodes {
    chain number at action keyName requestId report { year district { code } } agency { name }
    sourceSha256Before sourceSha256After details previousHash hash }`
  const events = async (filter: object, args = 'first: 100') =>
    (
      await hub.dataOf<Events, object>(
        `query ($filter: AuditEventFilter) { auditEvents(filter: $filter, ${args}) { ${FIELDS} } }`,
        { filter },
      )
    ).auditEvents

  it('tell what was done to a report', async () => {
    const { nodes } = await events({ report: { district: { code: { equals: '110115' } } } })
    expect(nodes).toEqual([
      {
        chain: daxing % 64,
        number: 2,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        action: 'report.created',
        keyName: 'tests',
        requestId: expect.stringMatching(/^[\da-f-]{36}$/),
        report: { year: 2020, district: { code: '110115' } },
        agency: { name: '北京市大兴区人民政府' },
        sourceSha256Before: null,
        sourceSha256After: expect.stringMatching(/^[\da-f]{64}$/),
        details: { revision: 1 },
        previousHash: expect.stringMatching(/^[\da-f]{64}$/),
        hash: expect.stringMatching(/^[\da-f]{64}$/),
      },
    ])
  })

  it('are filtered by action, key, request and time', async () => {
    const actions = async (filter: object) =>
      [...new Set((await events(filter)).nodes.map(({ action }) => action))].sort()
    expect(await actions({ action: { startsWith: 'key.' } })).toEqual(['key.created', 'key.revoked'])
    expect(await actions({ action: { equals: 'agency.created' } })).toEqual(['agency.created'])
    expect(await actions({ key: { equals: 'itself' } })).toEqual(['key.revoked'])
    expect(await actions({ key: { equals: 'nobody' } })).toEqual([])
    const { nodes } = await events({ action: { equals: 'report.created' } })
    expect(nodes).toHaveLength(3)
    const { requestId, at } = nodes[1]!
    expect(await actions({ requestId: { equals: requestId } })).toEqual(['agency.created', 'report.created'])
    expect((await events({ action: { equals: 'report.created' }, at: { gte: at } })).totalCount).toBe(2)
    expect((await events({ action: { equals: 'report.created' }, at: { lt: at } })).totalCount).toBe(1)
  })

  it('are paged, the latest first, without leaving one out', async () => {
    const all = await events({})
    const seen: unknown[] = []
    for (let after: string | null = null; ; ) {
      hub.db.forgetStatements()
      const { nodes, pageInfo } = await events({}, `first: 3${after === null ? '' : `, after: "${after}"`}`)
      // The key, the page, the total, the rows, and the reports with their revisions, districts and agencies.
      expect(hub.db.statements.length).toBeLessThanOrEqual(8)
      seen.push(...nodes)
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
    }
    expect(seen).toEqual(all.nodes)
    expect(seen).toHaveLength(all.totalCount)
    const moments = all.nodes.map(({ at }) => String(at))
    expect(moments).toEqual(moments.toSorted().toReversed())
  })

  it('are not reached with a key for something else, nor from elsewhere', async () => {
    const { key } = await createApiKey(hub.db, 'ingests')
    const answer = await hub.ask(
      '{ auditEvents { nodes { action } } apiKeys { nodes { name } } districts(first: 1) { nodes { name } } }',
      {},
      {
        authorization: `Bearer ${key}`,
      },
    )
    expect(answer).toMatchObject({
      data: { auditEvents: null, apiKeys: null, districts: { nodes: [expect.anything()] } },
      errors: [{ extensions: { code: 'FORBIDDEN', scope: 'ADMIN' } }, { extensions: { code: 'FORBIDDEN' } }],
    })
  })
})
