import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { SETTINGS } from '../src/settings.ts'
import { HUB_SETTINGS } from './contestants/hub.ts'
import type { Dialect } from './scenarios/scenario.ts'

/** A server that answers the scenarios: a program, and the words in which it is asked. */
export interface Contestant {
  /** As results name it, for ever. */
  readonly name: string
  readonly title: string
  readonly dialect: Dialect
  /** The file of the program, from the folder of the project. */
  readonly program: string
  /** The options of Node.js before it. */
  readonly flags: readonly string[]
  /** Environment variables beside DATABASE_URL. */
  readonly settings: Readonly<Record<string, string>>
}

/** What `npm start` gives to Node.js: the hub is measured as users start it. */
const START = manifest.scripts.start.split(' ').slice(1)
const HUB_PROGRAM = START.at(-1) ?? ''

const hub = (name: string, title: string, settings: Readonly<Record<string, string>>): Contestant => ({
  name,
  title,
  dialect: 'hub',
  program: HUB_PROGRAM,
  flags: START.slice(0, -1),
  settings: { PORT: '0', ...settings },
})

/** As users start it. */
export const HUB = hub('hub', 'the hub, as started', HUB_SETTINGS.asStarted)
/** The one that works every answer out. */
export const HUB_WITHOUT_ANSWERS = hub('hub-without-answers', 'the hub, no answers kept', HUB_SETTINGS.withoutAnswers)
export const HUB_WITHOUT_ANYTHING = hub('hub-bare', 'the hub, nothing kept', HUB_SETTINGS.withoutAnythingKept)

const peer = (name: string, title: string, dialect: Dialect): Contestant => ({
  name,
  title,
  dialect,
  program: `bench/contestants/${name}.ts`,
  flags: [],
  settings: {},
})

export const POSTGRAPHILE = peer('postgraphile', 'PostGraphile 5', 'postgraphile')
export const POTHOS_PRISMA = peer('pothos-prisma', 'Yoga + Pothos + Prisma', 'pothosPrisma')
export const RAW_SQL = peer('raw-sql', 'raw SQL', 'rawSql')

/** A program that answers everything with one body. */
export const staticBody = (file: string, type: string): Contestant => ({
  name: 'static-body',
  title: 'static body',
  dialect: 'rawSql',
  program: 'bench/contestants/static-body.ts',
  flags: [],
  settings: { BODY_FILE: file, BODY_TYPE: type },
})

/** Settings that a hub of this version does not have: a variant by one of them would be a hub like any other under another name. */
export const unknownSettings = ({ program, settings }: Contestant): string[] =>
  program === HUB_PROGRAM ? Object.keys(settings).filter((name) => !Object.hasOwn(SETTINGS, name)) : []

export const ROOT = join(import.meta.dirname, '..')
