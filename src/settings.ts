import { join } from 'node:path'
import { z } from 'zod'
import { CommandError } from './run-command.ts'

const ROOT = join(import.meta.dirname, '..')

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)

/** A setting: the environment variable of its name, what it is for, what it may be. */
interface Setting<Value> {
  readonly about: string
  readonly expected: string
  readonly byDefault: string
  readonly schema: z.ZodType<Value, string | undefined>
}

const setting = <Value>(given: Setting<Value>): Setting<Value> => given

/** Every setting of the hub. All are optional. */
export const SETTINGS = {
  DATABASE_URL: setting({
    about: 'A PostgreSQL database of your own, 15 or later. Without it the hub runs one for itself in DATA_DIR.',
    expected: 'an address such as postgres://user:password@host:5432/database',
    byDefault: 'none',
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  }),
  DATABASE_REPLICA_URL: setting({
    about:
      'A streaming replica of the database of DATABASE_URL: questions are read there whenever it has all that the database has.',
    expected: 'an address such as postgres://user:password@host:5432/database',
    byDefault: 'none',
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  }),
  DATA_DIR: setting({
    about: 'The folder in which the embedded PostgreSQL keeps its data.',
    expected: 'the path of a folder',
    byDefault: 'data',
    schema: z.string().min(1).default(join(ROOT, 'data')),
  }),
  HOST: setting({
    about: 'The network interface to listen on: 0.0.0.0 for all of them.',
    expected: 'a host name or an address',
    byDefault: '127.0.0.1',
    schema: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
  }),
  PORT: setting({
    about: 'The port to listen on; 0 takes any that is free.',
    expected: 'a whole number from 0 to 65535',
    byDefault: '4000',
    schema: wholeNumber(0, 65_535).default(4000),
  }),
  MAX_SOURCE_BYTES: setting({
    about: 'The largest report to ingest, in bytes.',
    expected: 'a whole number from 1000 to 1000000000',
    byDefault: '10000000',
    schema: wholeNumber(1_000, 1_000_000_000).default(10_000_000),
  }),
  INGEST_AT_ONCE: setting({
    about:
      'How many files of runs one process reads at once, while those read before are stored together; 0 leaves them to other processes.',
    expected: 'a whole number from 0 to 8',
    byDefault: '1',
    schema: wholeNumber(0, 8).default(1),
  }),
  REVISION_CACHE_MEGABYTES: setting({
    about:
      'How much of what was read of revisions is kept in memory, so that it is not read again, in megabytes; 0 keeps nothing. No answer is older for it.',
    expected: 'a whole number from 0 to 100000',
    byDefault: '32',
    schema: wholeNumber(0, 100_000).default(32),
  }),
  ANSWER_CACHE_MEGABYTES: setting({
    about:
      'How much memory one process keeps answers in, to give them again while the data have not changed; 0 keeps none.',
    expected: 'a whole number from 0 to 100000',
    byDefault: '32',
    schema: wholeNumber(0, 100_000).default(32),
  }),
  SUBGRAPH: setting({
    about: 'Whether the schema is served as a subgraph of Apollo Federation.',
    expected: 'on or off',
    byDefault: 'off',
    schema: z
      .enum(['on', 'off'])
      .default('off')
      .transform((value) => value === 'on'),
  }),
  TRUSTED_DOCUMENTS: setting({
    about:
      'Whether documents that callers send are answered (also), or those that the hub has in a manifest alone (only).',
    expected: 'also or only',
    byDefault: 'also',
    schema: z.enum(['also', 'only']).default('also'),
  }),
  TRUSTED_DOCUMENTS_MANIFEST: setting({
    about:
      'A file of documents of your own that callers may ask by id, as code generation writes it: a JSON object from ids to documents.',
    expected: 'the path of a file',
    byDefault: 'none',
    schema: z.string().min(1).optional(),
  }),
  LOG_LEVEL: setting({
    about: 'How much is logged on standard output.',
    expected: `one of ${LOG_LEVELS.join(', ')}`,
    byDefault: 'info',
    schema: z.enum(LOG_LEVELS).default('info'),
  }),
} as const

/** The settings of a run. */
export interface Settings {
  readonly databaseUrl: string | null
  readonly databaseReplicaUrl: string | null
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  readonly maxSourceBytes: number
  readonly ingestAtOnce: number
  readonly revisionCacheMegabytes: number
  readonly answerCacheMegabytes: number
  readonly isSubgraph: boolean
  readonly trustedDocuments: 'also' | 'only'
  /** The path of a further manifest of trusted documents. */
  readonly trustedManifest: string | null
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

/**
 * Reads the settings from environment variables; an empty one is as good as none.
 * @throws CommandError with a sentence for each that is not what it must be.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: string[] = []
  const read = <Value>(name: keyof typeof SETTINGS, { schema, expected }: Setting<Value>): Value => {
    const given = environment[name] || undefined
    const parsed = schema.safeParse(given)
    if (parsed.success) return parsed.data
    // An address may hold a password, which does not belong on a screen.
    const got = name.startsWith('DATABASE_') ? 'something else' : `"${given}"`
    wrong.push(`Expected ${name} to be ${expected}, got ${got}.`)
    return schema.parse(undefined)
  }
  const settings = {
    databaseUrl: read('DATABASE_URL', SETTINGS.DATABASE_URL) ?? null,
    databaseReplicaUrl: read('DATABASE_REPLICA_URL', SETTINGS.DATABASE_REPLICA_URL) ?? null,
    dataFolder: read('DATA_DIR', SETTINGS.DATA_DIR),
    host: read('HOST', SETTINGS.HOST),
    port: read('PORT', SETTINGS.PORT),
    maxSourceBytes: read('MAX_SOURCE_BYTES', SETTINGS.MAX_SOURCE_BYTES),
    ingestAtOnce: read('INGEST_AT_ONCE', SETTINGS.INGEST_AT_ONCE),
    revisionCacheMegabytes: read('REVISION_CACHE_MEGABYTES', SETTINGS.REVISION_CACHE_MEGABYTES),
    answerCacheMegabytes: read('ANSWER_CACHE_MEGABYTES', SETTINGS.ANSWER_CACHE_MEGABYTES),
    isSubgraph: read('SUBGRAPH', SETTINGS.SUBGRAPH),
    trustedDocuments: read('TRUSTED_DOCUMENTS', SETTINGS.TRUSTED_DOCUMENTS),
    trustedManifest: read('TRUSTED_DOCUMENTS_MANIFEST', SETTINGS.TRUSTED_DOCUMENTS_MANIFEST) ?? null,
    logLevel: read('LOG_LEVEL', SETTINGS.LOG_LEVEL),
  }
  if (settings.databaseReplicaUrl !== null && settings.databaseUrl === null) {
    wrong.push('Expected DATABASE_URL beside DATABASE_REPLICA_URL, got none: the embedded PostgreSQL has no replica.')
  }
  if (wrong.length > 0) throw new CommandError(wrong.join('\n'))
  return settings
}
