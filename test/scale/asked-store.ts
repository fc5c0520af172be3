import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { createHub } from '../../src/server/server.ts'
import { createApiKey } from '../../src/store/api-keys.ts'
import { connect, type Database } from '../../src/store/database.ts'

/** A statement as it was sent. */
export interface SentStatement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** A node of a plan, as PostgreSQL tells it. */
export interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Shared Hit Blocks'?: number
  readonly 'Shared Read Blocks'?: number
  readonly Plans?: readonly PlanNode[]
}

/** What running statements took. */
export interface Work {
  /** Rows that were read from tables and indexes. */
  readonly rows: number
  /** Pages that were looked at. */
  readonly buffers: number
  /** How often an index was gone into. */
  readonly looks: number
}

/** A hub over a store that is filled, and what it asks of it. */
export interface AskedStore {
  readonly database: Database
  /** Asks, with a key for everything, and gives the answer and what reading it sent. */
  ask(
    query: string,
    variables?: object,
  ): Promise<{
    readonly data: unknown
    readonly errors?: readonly unknown[]
    readonly statements: readonly SentStatement[]
  }>
  planOf(statement: SentStatement): Promise<PlanNode>
  /** Runs the statements again, and tells what that takes. */
  workOf(statements: readonly SentStatement[]): Promise<Work>
}

/** Call it at the top of a test file. */
export async function askedStore(url: string): Promise<AskedStore> {
  const db = connect(url)
  const sent: SentStatement[] = []
  db.pool.on('connect', (client) => record(client, sent))
  const plans = connect(url, { connections: 1 })
  const { key } = await createApiKey(db, `scale ${randomBytes(6).toString('hex')}`, {
    scopes: ['READ_PRIVATE', 'INGEST'],
  })
  const hub = createHub({ database: db, logger: pino({ level: 'silent' }) })
  afterAll(async () => {
    await hub.close()
    await db.close()
    await plans.close()
  })
  const explain = async ({ text, values }: SentStatement, options: string): Promise<PlanNode> => {
    const { rows } = await plans.pool.query(`EXPLAIN (FORMAT JSON${options}) ${text}`, [...values])
    return rows[0]['QUERY PLAN'][0].Plan
  }
  return {
    database: db,
    async ask(query, variables = {}) {
      sent.splice(0)
      const response = await hub.fetch('http://hub/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ query, variables }),
      })
      const answer = (await response.json()) as { data: unknown; errors?: readonly unknown[] }
      return { ...answer, statements: sent.filter(({ text }) => /^\s*(?:WITH|SELECT)\b/i.test(text)) }
    },
    planOf: (statement) => explain(statement, ''),
    async workOf(statements) {
      let work: Work = { rows: 0, buffers: 0, looks: 0 }
      for (const statement of statements) {
        // The second time whatever the first one noted down on the way (which row is seen by all) is there.
        await explain(statement, ', ANALYZE, BUFFERS, TIMING off')
        const plan = await explain(statement, ', ANALYZE, BUFFERS, TIMING off')
        work = {
          rows: work.rows + rowsRead(plan),
          looks: work.looks + looksOf(plan),
          buffers: work.buffers + (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0),
        }
      }
      return work
    },
  }
}

export const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** The tables that a plan reads from one end to the other. */
export const scannedBy = (plan: PlanNode): string[] =>
  nodesOf(plan).flatMap((node) => (node['Node Type'] === 'Seq Scan' ? (node['Relation Name'] ?? []) : []))

function rowsRead(plan: PlanNode): number {
  return nodesOf(plan)
    .filter((node) => node['Node Type'].includes('Scan') && node['Relation Name'] !== undefined)
    .reduce((sum, node) => sum + (node['Actual Rows'] ?? 0) * (node['Actual Loops'] ?? 0), 0)
}

function looksOf(plan: PlanNode): number {
  return nodesOf(plan)
    .filter((node) => node['Index Name'] !== undefined)
    .reduce((sum, node) => sum + (node['Actual Loops'] ?? 0), 0)
}

function record(client: pg.PoolClient, sent: SentStatement[]): void {
  const send = client.query
  const recording = (...given: unknown[]) => {
    const [first, second] = given
    const { text, values } = typeof first === 'string' ? { text: first, values: second } : (first as SentStatement)
    sent.push({ text, values: Array.isArray(values) ? values : [] })
    return Reflect.apply(send, client, given)
  }
  client.query = recording as typeof send
}
