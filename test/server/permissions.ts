import { randomUUID } from 'node:crypto'
import { itemOfFile } from '../../src/ingest/archive/item-of-file.ts'
import { restore, withdraw } from '../../src/ingest/correct-report.ts'
import { type KeyScope, OPERATOR } from '../../src/store/actor.ts'
import { addItems } from '../../src/store/add-items.ts'
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
export function expectationOf(kind: Kind, scope: Scope, reach: readonly Kind[], except: readonly Kind[] = []) {
  if (NOT_IN_USE.includes(kind)) return 'UNAUTHENTICATED'
  const scopes = scopesOf(kind)
  const enough =
    scope === 'RUNS' ? scopes.includes('INGEST') || scopes.includes('ADMIN') : scope === 'ANY' || scopes.includes(scope)
  if (!enough) return 'FORBIDDEN'
  return (LIMITED.includes(kind) && !reach.includes(kind)) || except.includes(kind) ? 'OUT_OF_REACH' : 'DONE'
}

/** A scope; or any key at all; or one of those by which runs are used. */
export type Scope = KeyScope | 'ANY' | 'RUNS'

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
  /** The number of the current revision of the report of the district on 2020; 0 when it is withdrawn. */
  readonly current: number
}

/** The global id of a run of the key `INGEST`, with an item that failed: a new one each time. */
async function aRun({ hub }: Pick<Case, 'hub'>): Promise<{ run: string; item: string }> {
  const key = await hub.db.prisma.apiKey.findUniqueOrThrow({ where: { name: 'INGEST' } })
  const run = randomUUID()
  await hub.db.pool.query('INSERT INTO ingestion_runs (id, key_id) VALUES ($1, $2)', [run, key.id])
  await addItems(hub.db, OPERATOR, run, [itemOfFile('1.txt', Buffer.from('No report.'))])
  await hub.db.pool.query(
    `UPDATE ingestion_items SET state = 'FAILED', settled_at = now(), error_code = 'EMPTY_SOURCE',
       error = '{"code":"EMPTY_SOURCE","message":"m","expected":"e","got":"g"}' WHERE run_id = $1`,
    [run],
  )
  const idOf = (type: string, key: string) => Buffer.from(`${type}:${key}`).toString('base64')
  return { run: idOf('IngestionRun', run), item: idOf('IngestionItem', `${run}-1`) }
}

/** A run is for the key that started it, and for those that are for everything. */
const RUN_OF_ANOTHER = { reach: [], except: [], refused: 'BAD_USER_INPUT' } as const satisfies Partial<Attempt>

/** Something that a mutation may do. */
export interface Attempt {
  /** What it does, where one mutation does several things. */
  readonly what: string
  readonly input: (given: Case) => unknown | Promise<unknown>
  /** The limited keys that may. */
  readonly reach: readonly Kind[]
  /** Those without a limit that may not, although they have the scope: what they ask for belongs to another key. */
  readonly except?: readonly Kind[]
  /** The type of the answer, or the code of the error, to those that may not, and the type to those that may. */
  readonly refused: string
  readonly done: string
  /** Whether it changes the store; so it does unless told otherwise. */
  readonly changes?: false
}

const NO_RUN = Buffer.from('IngestionRun:00000000-0000-0000-0000-000000000000').toString('base64')

const CORRECTED = { districtCode: DISTRICT, agencyName: null, year: 2020, reason: 'For a case.', actor: OPERATOR }

/** Brings it about that the first revision of the report of the district is in force. */
async function putInForce({ hub: { db }, current }: Case): Promise<void> {
  if (current !== 1) await restore(db, { ...CORRECTED, number: 1, expectedRevision: current })
}

/** Brings it about that none is. */
async function takeOutOfForce({ hub: { db }, current }: Case): Promise<void> {
  if (current !== 0) await withdraw(db, { ...CORRECTED, expectedRevision: current })
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
export const MUTATIONS: Readonly<Record<string, { readonly scope: Scope; readonly attempts: readonly Attempt[] }>> = {
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
  ingestReports: {
    scope: 'INGEST',
    attempts: [
      {
        what: 'a report of the district, as one of several',
        input: ({ number }) => [{ source: { text: report('北京市大兴区人民政府', yearOf(number), number) } }],
        reach: WITHIN,
        refused: 'NotPermittedError',
        done: 'IngestedReport',
      },
    ],
  },
  withdrawReport: {
    scope: 'INGEST',
    attempts: [
      {
        what: 'the report of the district',
        input: async (given) => {
          await putInForce(given)
          return { district: DISTRICT, year: 2020, expectedRevision: 1, reason: 'Sent by mistake.' }
        },
        reach: WITHIN,
        refused: 'NotPermittedError',
        done: 'ReportChange',
      },
    ],
  },
  restoreRevision: {
    scope: 'INGEST',
    attempts: [
      {
        what: 'the first revision of the report of the district',
        input: async (given) => {
          await takeOutOfForce(given)
          return { district: DISTRICT, year: 2020, number: 1, expectedRevision: 0, reason: 'It was right.' }
        },
        reach: WITHIN,
        refused: 'NotPermittedError',
        done: 'ReportChange',
      },
    ],
  },
  startIngestionRun: {
    scope: 'INGEST',
    attempts: [
      {
        what: 'a run of its own: what is in it is checked when it is worked off',
        input: () => ({ name: randomUUID() }),
        reach: LIMITED,
        refused: '',
        done: 'IngestionRun',
      },
    ],
  },
  closeIngestionRun: {
    scope: 'RUNS',
    attempts: [
      {
        ...RUN_OF_ANOTHER,
        what: 'the run of another key',
        input: async (given) => (await aRun(given)).run,
        done: 'IngestionRun',
      },
    ],
  },
  cancelIngestionRun: {
    scope: 'RUNS',
    attempts: [
      {
        ...RUN_OF_ANOTHER,
        what: 'the run of another key',
        input: async (given) => (await aRun(given)).run,
        done: 'IngestionRun',
      },
    ],
  },
  retryIngestionItems: {
    scope: 'RUNS',
    attempts: [
      {
        ...RUN_OF_ANOTHER,
        // What is stored by it is stored in the name of the key of the run.
        except: ['ADMIN', 'every scope'],
        what: 'an item of another key',
        input: async (given) => ({ items: [(await aRun(given)).item] }),
        done: 'IngestionItem',
      },
    ],
  },
  discardIngestionItems: {
    scope: 'RUNS',
    attempts: [
      {
        ...RUN_OF_ANOTHER,
        what: 'an item of another key',
        input: async (given) => [(await aRun(given)).item],
        done: 'IngestionItem',
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
export const PROTECTED_ROOTS: Readonly<Record<string, { readonly scope: Scope; readonly query: string }>> = {
  'Query.viewer': { scope: 'ANY', query: '{ viewer { name } }' },
  'Query.apiKeys': { scope: 'ADMIN', query: '{ apiKeys { nodes { name } } }' },
  'Query.auditEvents': { scope: 'ADMIN', query: '{ auditEvents { nodes { action } } }' },
  'Query.ingestionRuns': { scope: 'RUNS', query: '{ ingestionRuns { nodes { name } } }' },
  'Query.ingestionRun': { scope: 'RUNS', query: `{ ingestionRun(id: "${NO_RUN}") { name } }` },
  // Whose run it is, is told by test/server/ingestion-progress.test.ts.
  'Subscription.ingestionProgress': { scope: 'RUNS', query: '' },
}

/** Every type, and every field beside those of the roots, that is not open to anyone. */
export const PROTECTED: Readonly<Record<string, Scope>> = {
  AuditEvent: 'ADMIN',
  IngestionItem: 'RUNS',
  IngestionRun: 'RUNS',
  'Revision.createdBy': 'READ_PRIVATE',
}

/** Every type with global ids that is open to anyone: the id of one that there is. */
export const NODES: Readonly<Record<string, (ids: { agency: number; other: number }) => string>> = {
  District: () => DISTRICT,
  Agency: ({ agency }) => `${agency}`,
  Report: ({ agency }) => `${agency}-2020`,
  Revision: ({ agency }) => `${agency}-2020-1`,
  ReportChange: ({ other }) => `${other}-2018-1`,
  StoredFinding: ({ other }) => `${other}-2018-1-0`,
}

/** Every other one: one of a run of the key `INGEST`, which those alone see that may use it. */
export const NODES_OF_RUNS: Readonly<Record<string, (hub: TestHub) => Promise<string>>> = {
  IngestionRun: async (hub) => (await aRun({ hub })).run,
  IngestionItem: async (hub) => (await aRun({ hub })).item,
}

/** Every route: the scope that it takes; null where it is open to anyone, or says itself what is not. */
export const ROUTES: Readonly<Record<string, KeyScope | null>> = {
  '/export': null,
  '/graphql': null,
  '/ready': null,
  '/reference': null,
  '/sources': 'READ_PRIVATE',
}
