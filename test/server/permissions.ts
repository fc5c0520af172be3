import type { KeyScope } from '../../src/store/actor.ts'
import { createApiKey } from '../../src/store/api-keys.ts'
import type { TestHub } from '../hub.ts'
import { expiredKey, revokedKey } from '../keys.ts'

// What every key may do, stated by hand. A mutation, a root field, a node type, a private field or a route that is new fails the test until
// it has its row here.

/** The district whose reports are at stake, 大兴区, and its neighbour, 通州区; both are in 北京市. */
export const DISTRICT = '110115'
const NEIGHBOUR = '110112'
const PROVINCE = '110000'

/** The kinds of keys. Those that are limited have every scope. */
export const KINDS = [
  ...['none', 'unknown', 'revoked', 'expired'],
  ...['READ_PRIVATE', 'INGEST', 'ADMIN', 'every scope'],
  ...['of the neighbour', 'of another agency', 'of the district', 'of the province', 'of the agency'],
] as const
export type Kind = (typeof KINDS)[number]

/** The keys that are limited, and reach the government of the district at least. */
export const WITHIN: readonly Kind[] = ['of the district', 'of the province', 'of the agency']
/** Those that reach all of the district, also agencies that are new. */
export const WHOLE_DISTRICT: readonly Kind[] = ['of the district', 'of the province']
/** Every limited key. */
export const LIMITED: readonly Kind[] = [...WITHIN, 'of the neighbour', 'of another agency']
const NOT_IN_USE: readonly Kind[] = ['none', 'unknown', 'revoked', 'expired']

/** The scopes of each kind that is in use. */
const scopesOf = (kind: Kind): readonly KeyScope[] =>
  kind === 'READ_PRIVATE' || kind === 'INGEST' || kind === 'ADMIN' ? [kind] : ['READ_PRIVATE', 'INGEST', 'ADMIN']

/** What is to become of a request: not let in, without the scope, out of reach, or let in. */
export function expectationOf(kind: Kind, scope: KeyScope | 'ANY', reach: readonly Kind[]) {
  if (NOT_IN_USE.includes(kind)) return 'UNAUTHENTICATED'
  if (scope !== 'ANY' && !scopesOf(kind).includes(scope)) return 'FORBIDDEN'
  return LIMITED.includes(kind) && !reach.includes(kind) ? 'OUT_OF_REACH' : 'DONE'
}

/** A key of each kind, as it is sent; null for none. */
export async function keysOf(
  { db }: TestHub,
  { agency, other }: { agency: number; other: number },
): Promise<Map<Kind, string | null>> {
  const all: KeyScope[] = ['READ_PRIVATE', 'INGEST', 'ADMIN']
  const make = async (name: Kind, rights = {}) => {
    const { key } = await createApiKey(db, name, { scopes: all, ...rights })
    return [name, key] as const
  }
  return new Map<Kind, string | null>([
    ['none', null],
    ['unknown', `hub_${'A'.repeat(43)}`],
    ['revoked', await revokedKey(db, 'revoked', { scopes: all })],
    ['expired', await expiredKey(db, 'expired', { scopes: all })],
    await make('READ_PRIVATE', { scopes: ['READ_PRIVATE'] }),
    await make('INGEST', { scopes: ['INGEST'] }),
    await make('ADMIN', { scopes: ['ADMIN'] }),
    await make('every scope'),
    await make('of the neighbour', { districtCodes: [NEIGHBOUR] }),
    await make('of another agency', { agencyIds: [other] }),
    await make('of the district', { districtCodes: [DISTRICT] }),
    await make('of the province', { districtCodes: [PROVINCE] }),
    await make('of the agency', { agencyIds: [agency] }),
  ])
}

/** What is asked of the hub in one case: a number of its own keeps what is sent from being there already. */
export interface Case {
  readonly kind: Kind
  readonly number: number
  readonly hub: TestHub
  /** The number of the current revision of the report of the district on 2020. */
  readonly current: number
}

/** Something that a mutation may do. */
export interface Attempt {
  /** What it does, where one mutation does several things. */
  readonly what: string
  readonly input: (given: Case) => unknown | Promise<unknown>
  /** The limited keys that may. */
  readonly reach: readonly Kind[]
  /** The type of the answer to those that may not, and to those that may. */
  readonly refused: string
  readonly done: string
  /** Whether it changes the store; so it does unless told otherwise. */
  readonly changes?: false
}

const report = (agency: string, year: number, number: number) =>
  `${agency}${year}年政府信息公开工作年度报告\n\n一、概述\n\n本年主动公开政府信息${number}条。\n`

/** A year that no other case of an attempt has. */
const yearOf = (number: number) => 1990 + (number % 29)

/** A report object of the district that says nothing. */
const EMPTY_OBJECT = {
  district: { code: DISTRICT },
  agency: '北京市大兴区水务局',
  form: null,
  title: null,
  period: null,
  figures: {},
  sections: [],
  issues: [],
}

/** Every mutation: the scope that it takes, and what is tried with it. */
export const MUTATIONS: Readonly<Record<string, { readonly scope: KeyScope; readonly attempts: readonly Attempt[] }>> =
  {
    previewReport: {
      scope: 'INGEST',
      attempts: [
        {
          what: 'a report of the district: what is judged beside it is public, and nothing is stored',
          input: ({ number }) => ({ source: { text: report('北京市大兴区人民政府', 2020, number) } }),
          reach: LIMITED,
          refused: '',
          done: 'PreviewedReport',
          changes: false,
        },
      ],
    },
    ingestReport: {
      scope: 'INGEST',
      attempts: [
        {
          what: 'another revision of the report',
          input: ({ number, current }) => ({
            expectedRevision: current,
            source: { text: report('北京市大兴区人民政府', 2020, number) },
          }),
          reach: WITHIN,
          refused: 'NotPermittedError',
          done: 'IngestedReport',
        },
        {
          what: 'a first report on another year',
          input: ({ number }) => ({ source: { text: report('北京市大兴区人民政府', yearOf(number), number) } }),
          reach: WITHIN,
          refused: 'NotPermittedError',
          done: 'IngestedReport',
        },
        {
          what: 'a report of an agency that is new',
          input: ({ number }) => ({ source: { text: report('北京市大兴区财政局', yearOf(number), number) } }),
          reach: WHOLE_DISTRICT,
          refused: 'NotPermittedError',
          done: 'IngestedReport',
        },
        {
          what: 'a report object of an agency that is new',
          input: ({ number }) => ({
            source: { structured: { ...EMPTY_OBJECT, year: yearOf(number) } },
          }),
          reach: WHOLE_DISTRICT,
          refused: 'NotPermittedError',
          done: 'IngestedReport',
        },
      ],
    },
    createApiKey: {
      scope: 'ADMIN',
      attempts: [
        {
          what: 'a key for the district',
          input: ({ number }) => ({ name: `made ${number}`, scopes: ['ADMIN'], districts: [DISTRICT] }),
          reach: WHOLE_DISTRICT,
          refused: 'ApiKeyExceedsOwnError',
          done: 'CreatedApiKey',
        },
        {
          what: 'a key without limits',
          input: ({ number }) => ({ name: `made ${number}`, scopes: ['ADMIN'] }),
          reach: [],
          refused: 'ApiKeyExceedsOwnError',
          done: 'CreatedApiKey',
        },
      ],
    },
    revokeApiKey: {
      scope: 'ADMIN',
      attempts: [
        {
          what: 'the key of the district',
          input: async ({ number, hub }) => {
            await createApiKey(hub.db, `to revoke ${number}`, { districtCodes: [DISTRICT] })
            return { name: `to revoke ${number}` }
          },
          reach: WHOLE_DISTRICT,
          refused: 'ApiKeyUnknownError',
          done: 'RevokedApiKey',
        },
      ],
    },
  }

/** Every root field of queries and subscriptions that is not open to anyone: the scope that it takes. */
export const PROTECTED_ROOTS: Readonly<Record<string, { readonly scope: KeyScope | 'ANY'; readonly query: string }>> = {
  'Query.viewer': { scope: 'ANY', query: '{ viewer { name } }' },
  'Query.apiKeys': { scope: 'ADMIN', query: '{ apiKeys { nodes { name } } }' },
  'Query.auditEvents': { scope: 'ADMIN', query: '{ auditEvents { nodes { action } } }' },
}

/** Every type, and every field beside those of the roots, that is not open to anyone. */
export const PROTECTED: Readonly<Record<string, KeyScope>> = {
  AuditEvent: 'ADMIN',
  'Revision.createdBy': 'READ_PRIVATE',
}

/** Every type with global ids: the id of one that there is. */
export const NODES: Readonly<Record<string, (ids: { agency: number; other: number }) => string>> = {
  District: () => DISTRICT,
  Agency: ({ agency }) => `${agency}`,
  Report: ({ agency }) => `${agency}-2020`,
  Revision: ({ agency }) => `${agency}-2020-1`,
  StoredFinding: ({ other }) => `${other}-2018-1-0`,
}

/** Every route: the scope that it takes; null where it is open to anyone, or says itself what is not. */
export const ROUTES: Readonly<Record<string, KeyScope | null>> = {
  '/graphql': null,
  '/ready': null,
  '/reference': null,
}
