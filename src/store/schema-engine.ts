import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { DiffTarget, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

// Prisma's command line downloads a native engine to migrate, and many networks have no way out. The same engine, compiled to
// WebAssembly, comes from the registry like any package. It is loaded by hand because importing `.wasm` still prints a warning.

/** Where the migrations stand: one folder each, named by time, with one `migration.sql`. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
const SCHEMA_FILE = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url))

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

/**
 * The adapter cuts scripts at every semicolon, which breaks function bodies, and sends the pieces one by one, which leaves half a
 * migration behind when one fails. PostgreSQL takes a whole script as one implicit transaction.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    return sendingWholeScripts(await super.connect())
  }
  override async connectToShadowDb() {
    return sendingWholeScripts(await super.connectToShadowDb())
  }
}

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

function sendingWholeScripts(adapter: Adapter): Adapter {
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script)
  }
  return adapter
}

// The types of Node.js do not declare WebAssembly; those of the browser would bring the whole DOM.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}

let loaded: Promise<typeof SchemaEngine> | undefined

/** Prisma's schema engine on the database at the address. Free it after use. */
export async function openSchemaEngine(url: string): Promise<SchemaEngine> {
  loaded ??= load()
  const Engine = await loaded
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts({ connectionString: url }))
  return Engine.new({ datamodels: undefined }, () => undefined, adapter)
}

async function load(): Promise<typeof SchemaEngine> {
  const file = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm'))
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': { ...bindings } })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start !== 'function') throw new TypeError('Expected the schema engine to export __wbindgen_start.')
  start()
  return bindings.SchemaEngine
}
