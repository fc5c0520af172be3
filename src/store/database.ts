import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/prisma/client.ts'
import { type KeptLists, openKeptLists } from './kept-lists.ts'
import { StoreError } from './store-error.ts'

/** The oldest PostgreSQL that the hub is tested against. */
const OLDEST_MAJOR = 15

// The bytes of a source are up to megabytes, and snippets are kilobytes: they are read only by those who select them by name.
const clientOn = (pool: pg.Pool) =>
  new PrismaClient({
    adapter: new PrismaPg(pool),
    // Writers of one agency take turns, and wait for each other's.
    transactionOptions: { maxWait: 30_000, timeout: 60_000 },
    omit: { revision: { source: true, snippets: true }, ingestionItem: { source: true } },
  })

/** The Prisma client of the store, which leaves the source bytes and the snippets of a revision out unless they are selected. */
export type Client = ReturnType<typeof clientOn>

/** An open store: one pool of connections, which Prisma and the hand-written statements share. */
export interface Database {
  readonly prisma: Client
  readonly pool: pg.Pool
  /** What was read of immutable revisions. It never holds what others have changed, since nobody changes it. */
  readonly keptLists: KeptLists
  close(): Promise<void>
}

/** What may be set about the connections. */
export interface ConnectOptions {
  /** How many connections at most. */
  readonly connections?: number
  /** Milliseconds after which PostgreSQL gives a statement up. */
  readonly statementTimeout?: number
  /** Bytes of what is kept of revisions that were read; nothing when not given. */
  readonly keptBytes?: number
  /** Whether PostgreSQL refuses to write on these connections. */
  readonly readOnly?: boolean
}

/** Opens the store at a `postgres://` address. Connections are made when they are needed: this asks nothing of the database. */
export function connect(
  url: string,
  { connections = 10, statementTimeout = 30_000, keptBytes = 0, readOnly = false }: ConnectOptions = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    statement_timeout: statementTimeout,
    // Compiling a statement takes a quarter of a second, and none of ours runs that long.
    options: `-c jit=off${readOnly ? ' -c default_transaction_read_only=on' : ''}`,
    connectionTimeoutMillis: 30_000,
    application_name: 'disclosure-hub',
  })
  // An idle connection that the server closes must not end the process; the next statement opens another.
  pool.on('error', () => undefined)
  const prisma = clientOn(pool)
  return {
    prisma,
    pool,
    keptLists: openKeptLists(keptBytes),
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/**
 * Asks the database at the address who it is, on a connection of its own, and closes it.
 * @throws StoreError when it does not answer, is too old, or does not store UTF-8.
 */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; encoding: string }>(
      "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
    )
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
    if (major < OLDEST_MAJOR) {
      throw new StoreError(
        'DATABASE_UNSUITABLE',
        `Expected PostgreSQL ${OLDEST_MAJOR} or later at ${withoutPassword(url)}, got ${major}: upgrade the server, or unset DATABASE_URL to use the one that comes with the hub.`,
      )
    }
    if (rows[0]?.encoding !== 'UTF8') {
      throw new StoreError(
        'DATABASE_UNSUITABLE',
        `Expected a database with encoding UTF8 at ${withoutPassword(url)}, got ${rows[0]?.encoding}: create one with ENCODING 'UTF8' TEMPLATE template0.`,
      )
    }
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError(
      'DATABASE_UNREACHABLE',
      `Expected a PostgreSQL database at ${withoutPassword(url)}, got "${reason(error)}": check DATABASE_URL and that the server runs.`,
      { cause: error },
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The address without its password, fit for messages and logs. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'the given address'
  const parsed = new URL(url)
  return `${parsed.protocol}//${parsed.username ? `${parsed.username}@` : ''}${parsed.host}${parsed.pathname}`
}

// A refused connection to a name with several addresses comes as an AggregateError with an empty message.
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ')
  return error instanceof Error ? error.message : String(error)
}
