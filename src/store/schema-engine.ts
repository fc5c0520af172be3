import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { DiffTarget, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import type pg from 'pg'

// Prisma's command line downloads a native engine to migrate, and many networks have no way out. The same engine, compiled to
// WebAssembly, comes from the registry like any package. It is loaded by hand because importing `.wasm` still prints a warning.

/** Where the migrations stand: one folder each, named by time, with one `migration.sql`. */
export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../prisma/migrations')
const SCHEMA_FILE = join(import.meta.dirname, '../../prisma/schema.prisma')

/** Everything in the schema is ours: nothing is left out when schemas are compared. */
export const NO_FILTER = { externalTables: [], externalEnums: [] }

/** One migration as committed. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/** The committed migrations, oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(`${MIGRATIONS_FOLDER}/${name}/migration.sql`, 'utf8'),
    })),
  )
}

/** The migrations in the shape that the engine takes. */
export function migrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

/** The schema of `schema.prisma` in the shape that the engine takes. */
export async function schemaTarget(): Promise<DiffTarget> {
  return { tag: 'schemaDatamodel', files: [{ path: SCHEMA_FILE, content: await readFile(SCHEMA_FILE, 'utf8') }] }
}

// Prisma's adapter for pg was made for the queries of applications. For the schema engine it needs mending in two places.
class MigrationAdapter extends PrismaPg {
  readonly #open: Adapter[] = []

  override async connect() {
    return this.#mended(await super.connect())
  }

  override async connectToShadowDb() {
    return this.#mended(await super.connectToShadowDb())
  }

  /** The engine leaves its connections open, and its advisory lock with them. */
  async close() {
    await Promise.allSettled(this.#open.map((adapter) => adapter.underlyingDriver().end()))
  }

  #mended(adapter: Adapter) {
    this.#open.push(adapter)
    return mended(adapter)
  }
}

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/** PostgreSQL's one-byte type "char", in which its catalogue keeps codes. */
const INTERNAL_CHAR = 18
const TEXT = 25

function mended(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver()
  // The adapter cuts scripts at every semicolon, which breaks function bodies, and sends the pieces one by one, which leaves half
  // a migration behind when one fails. PostgreSQL takes a whole script as one implicit transaction.
  adapter.executeScript = async (script) => {
    await pool.query(script)
  }
  // The adapter refuses "char", and the engine wants the kind of a constraint as a character, not as text.
  const send = pool.query.bind(pool) as (query: pg.QueryConfig) => Promise<pg.QueryResult>
  pool.query = (async (query: pg.QueryConfig) => {
    const result = await send(query)
    for (const field of result.fields ?? []) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = TEXT
    return result
  }) as typeof pool.query
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    const kind = result.columnNames.indexOf('constraint_type')
    if (kind >= 0) result.columnTypes[kind] = ColumnTypeEnum.Character
    return result
  }
  return adapter
}

// The types of Node.js do not declare WebAssembly; those of the browser would bring the whole DOM.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}

let loaded: Promise<typeof SchemaEngine> | undefined

/** Does something with Prisma's schema engine on the database at the address. */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= load()
  const Engine = await loaded
  // One connection: the engine's advisory lock belongs to the connection that took it.
  const adapter = new MigrationAdapter({ connectionString: url, max: 1 })
  const engine = await Engine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    await adapter.close()
  }
}

async function load(): Promise<typeof SchemaEngine> {
  const file = join(
    dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')),
    'schema_engine_bg.wasm',
  )
  const imports = { './schema_engine_bg.js': { ...bindings, ...patientTimers() } }
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports)
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start !== 'function') throw new TypeError('Expected the schema engine to export __wbindgen_start.')
  start()
  return bindings.SchemaEngine
}

/** The engine leaves its ten-second timer on the lock running when it has the lock: the process need not wait for that. */
function patientTimers(): Record<string, unknown> {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'))
  return Object.fromEntries(
    names.map((name) => [name, (callback: () => void, delay: number) => setTimeout(callback, delay).unref()]),
  )
}
