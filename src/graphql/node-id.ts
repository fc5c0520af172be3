import type { GraphQLError } from 'graphql'
import { badUserInput } from './refusals.ts'

// Node ids are the keys of the store, readable: `Report` of agency 7 for 2021 is `7-2021`, its second revision `7-2021-2`, and as it was
// at an instant `7-2021@2026-11-29T08:00:00.000Z`.

/** The types that a global id can name, and how their keys read. A map, because an id may name `__proto__`. */
const KEYS: ReadonlyMap<string, RegExp> = new Map([
  ['District', /^(\d{6})$/],
  ['Agency', /^(\d{1,9})$/],
  ['Report', /^(\d{1,9})-(\d{1,4})(@\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?$/],
  ['Revision', /^(\d{1,9})-(\d{1,4})-(\d{1,4})$/],
  ['IngestionRun', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['IngestionItem', /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{1,9})$/],
  ['ReportChange', /^(\d{1,9})-(\d{1,4})-(\d{1,9})$/],
  ['StoredFinding', /^(\d{1,9})-(\d{1,4})-(\d{1,4})-(\d{1,4})$/],
])

/** A global id, decoded. */
export interface NodeId {
  /** Empty when the global id cannot be decoded: `id` is then what came. */
  readonly typename: string
  readonly id: string
}

/** Takes a global id apart. Never throws, so that a bad one in a list of ids leaves the others alone; see `refusalOf`. */
export function decodeGlobalId(globalId: string): NodeId {
  const [, typename = '', id = globalId] = /^(\w+):(.+)$/s.exec(Buffer.from(globalId, 'base64').toString()) ?? []
  return { typename, id }
}

/** What stands against a global id: that it is none, or names no type with ids, or not the type asked for. Null when it is good. */
export function refusalOf({ typename, id }: NodeId, expected?: string): GraphQLError | null {
  const isId = KEYS.get(typename)?.test(id) && !Number.isNaN(instantIn(id)?.getTime())
  if (isId && (expected === undefined || expected === typename)) return null
  const came =
    typename === '' ? JSON.stringify(short(id)) : `one that reads ${JSON.stringify(short(`${typename}:${id}`))}`
  return badUserInput(
    `Expected a global id of ${expected ?? oneOf(KEYS.keys())} as another query gave it, got ${came}.`,
  )
}

/** The key of a district: its code. */
export function districtKeyOf(id: string): string {
  check('District', id)
  return id
}

/** The key of an agency. */
export function agencyKeyOf(id: string): number {
  const [agencyId = 0] = numbersOf('Agency', id)
  return agencyId
}

/** The key of a report. */
export function reportKeyOf(id: string) {
  const [agencyId = 0, year = 0] = numbersOf('Report', id)
  return { agencyId, year }
}

/** The instant as of which the id names a report; null when it names the report as it is. */
export function instantIn(id: string): Date | null {
  const [, instant] = id.split('@')
  return instant === undefined ? null : new Date(instant)
}

/** The id of a report, at present or as it was at an instant. */
export const reportIdOf = ({ agencyId, year }: { agencyId: number; year: number }, asOf: Date | null): string =>
  `${agencyId}-${year}${asOf === null ? '' : `@${asOf.toISOString()}`}`

/** The key of a revision. */
export function revisionKeyOf(id: string) {
  const [agencyId = 0, year = 0, number = 0] = numbersOf('Revision', id)
  return { agencyId, year, number }
}

/** The key of an entry of the log of a report. */
export function reportChangeKeyOf(id: string) {
  const [agencyId = 0, year = 0, position = 0] = numbersOf('ReportChange', id)
  return { agencyId, year, position }
}

/** The key of a stored finding. */
export function findingKeyOf(id: string) {
  const [agencyId = 0, year = 0, number = 0, position = 0] = numbersOf('StoredFinding', id)
  return { agencyId, year, number, position }
}

/** The key of a run of ingestion. */
export function runKeyOf(id: string): string {
  check('IngestionRun', id)
  return id
}

/** The key of an item of a run. */
export function itemKeyOf(id: string) {
  check('IngestionItem', id)
  const [, runId = '', position = ''] = KEYS.get('IngestionItem')?.exec(id) ?? []
  return { runId, position: Number(position) }
}

function numbersOf(typename: string, id: string): readonly number[] {
  check(typename, id)
  const [key = ''] = id.split('@')
  return key.split('-').map(Number)
}

function check(typename: string, id: string): void {
  const refusal = refusalOf({ typename, id })
  if (refusal !== null) throw refusal
}

const short = (text: string) => (text.length > 100 ? `${text.slice(0, 100)}…` : text)
const oneOf = (names: Iterable<string>) => `a ${[...names].join(', ').replace(/, (\w+)$/, ' or $1')}`
