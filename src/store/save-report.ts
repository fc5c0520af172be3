import { createHash } from 'node:crypto'
import { agencyNameOf } from '../domain/agency.ts'
import type { Judgement } from '../domain/finding.ts'
import { reaches } from './actor.ts'
import { type AuditEvent, recordEvents } from './audit.ts'
import { holdDataVersions } from './data-version.ts'
import type { Database } from './database.ts'
import { announceIngestions } from './ingestion-feed.ts'
import { insertions, insertRows, type RowsOfTables } from './insert-rows.ts'
import { agencyKey, type IssuingAgency, issuingAgencies, type NamedAgency } from './issuing-agencies.ts'
import { deleteJudgements, type Judge, judgementRows, lockAgencies } from './judge-reports.ts'
import { judgedEvents } from './judged-events.ts'
import { asStored } from './judged-report.ts'
import { holdKey } from './key-in-use.ts'
import type { NewRevision } from './new-revision.ts'
import { putInForce, type StandingReport } from './report-log.ts'
import { storable } from './report-rows.ts'
import type { RevisionKey } from './revision-key.ts'
import { type KeyedRevision, revisionParts } from './revision-parts.ts'
import { Shelf } from './shelf.ts'
import type { TransactionClient } from './statement.ts'
import { inTransaction } from './transaction.ts'

export type { NewRevision } from './new-revision.ts'

/** By what a report is judged when it is stored, and on what judgement it is not taken. */
export interface Rules {
  readonly judge: Judge
  readonly refuses?: (judgement: Judgement) => boolean
}

export type Saved =
  | { readonly outcome: 'CREATED' | 'UNCHANGED' | 'REVISED'; readonly key: RevisionKey; readonly judgement: Judgement }
  /** The rules refuse it, whether or not it is there already. Nothing was written. */
  | { readonly outcome: 'REFUSED'; readonly judgement: Judgement }
  /** The actor's key does not reach the agency. Nothing was written. */
  | { readonly outcome: 'NOT_PERMITTED' }
  /** There is another current revision than the expected one; 0 when there is none. Nothing was written. */
  | { readonly outcome: 'CONFLICT'; readonly current: number }

/** What is to be stored, and by which rules it is taken. */
export interface SaveRequest {
  readonly revision: NewRevision
  readonly rules: Rules
}

/** A report that is stored, or was there already. */
export type Stored = Extract<Saved, { readonly key: RevisionKey }>

/**
 * What else the transaction does that stores reports, or finds them there already: all is done, or nothing.
 * @param stored those that are in the store now, with the place of each among the requests.
 */
export type Alongside = (
  tx: TransactionClient,
  stored: readonly (Pick<Stored, 'outcome' | 'key'> & { readonly place: number })[],
) => Promise<void>

/** What became of a report that could not be stored, through no fault of its own or of its sender. Nothing was written. */
export interface Failed {
  readonly outcome: 'FAILED'
  readonly error: unknown
}

/**
 * Stores a report and what the rules say of it in one transaction: whole or not at all. The report of the year after is judged again,
 * since its figures are compared with these. The bytes of the current revision again change nothing. Requests for reports of the same
 * agency take turns, so that of fifty that are equal one writes and the others find it done.
 * @throws KeyEndedError when the actor's key was revoked meanwhile.
 */
export async function saveReport(
  db: Database,
  revision: NewRevision,
  rules: Rules,
  alongside?: Alongside,
): Promise<Saved> {
  const [saved] = await saveReports(db, [{ revision, rules }], alongside)
  if (!saved) throw new Error('Expected an answer for the report, got none.')
  if (saved.outcome === 'FAILED') throw saved.error
  return saved
}

/**
 * Stores reports as if they came one after the other, in one transaction: what a statement and a commit cost is shared among them. One that
 * is refused does not hold up the others. When the transaction fails each is stored by itself, so that what is wrong with one harms no other.
 * @returns what became of each, in their order.
 */
export async function saveReports(
  db: Database,
  requests: readonly SaveRequest[],
  alongside: Alongside = async () => undefined,
): Promise<(Saved | Failed)[]> {
  const saved = new Map<number, Saved | Failed>()
  async function attempt(together: readonly Placed[]): Promise<void> {
    try {
      for (const [place, one] of await inTransaction(db, (tx) => save(tx, together, alongside))) saved.set(place, one)
    } catch (error) {
      if (error instanceof Refusals) for (const [place, refused] of error.saved) saved.set(place, refused)
      else if (together.length > 1) for (const one of together) await attempt([one])
      else for (const { place } of together) saved.set(place, { outcome: 'FAILED', error })
    }
  }
  const placed = requests.map(placedAt)
  while (saved.size < placed.length) await attempt(onceEach(placed.filter(({ place }) => !saved.has(place))))
  return placed.flatMap(({ place }) => saved.get(place) ?? [])
}

/** A request with its place among those that came together. */
interface Placed extends SaveRequest {
  readonly place: number
  readonly agency: NamedAgency
  readonly sha256: Uint8Array
}

function placedAt(request: SaveRequest, place: number): Placed {
  const { district, report, source } = request.revision
  // A document that names no agency was issued by the district's government. A body is printed under longer and shorter names.
  const printed = report.agency ?? { kind: 'GOVERNMENT' as const, name: district.fullName }
  const name = storable(agencyNameOf(printed, district))
  return {
    ...request,
    place,
    agency: { districtCode: district.code, name, kind: printed.kind },
    sha256: createHash('sha256').update(source.bytes).digest(),
  }
}

/** The first request for each report: what came later for the same one finds it done. */
function onceEach(requests: readonly Placed[]): Placed[] {
  const first = new Map<string, Placed>()
  for (const request of requests) {
    const report = `${agencyKey(request.agency)} ${request.revision.year}`
    if (!first.has(report)) first.set(report, request)
  }
  return [...first.values()]
}

/** Takes back what the transaction has written: these are refused, and agencies that were made for them go as well. */
class Refusals extends Error {
  readonly saved: ReadonlyMap<number, Saved>

  constructor(saved: ReadonlyMap<number, Saved>) {
    super('Reports of agencies that are new are refused.')
    this.saved = saved
  }
}

/** A revision that is to be written, with what led to it. */
interface Accepted extends KeyedRevision {
  readonly outcome: 'CREATED' | 'REVISED'
  readonly districtCode: string
}

/** A request with the agency whose report it is. */
interface Issued {
  readonly request: Placed
  readonly agency: IssuingAgency
}

async function save(
  tx: TransactionClient,
  requests: readonly Placed[],
  alongside: Alongside,
): Promise<ReadonlyMap<number, Saved>> {
  const actors = new Map(requests.map(({ revision: { actor } }) => [actor.key?.id, actor]))
  for (const actor of actors.values()) await holdKey(tx, actor)
  const agencies = await issuingAgencies(
    tx,
    requests.map(({ agency }) => agency),
  )
  const issued = requests.map((request) => ({
    request,
    agency: agencies.get(agencyKey(request.agency)) as IssuingAgency,
  }))
  // The agency may be one that was made just now.
  const reached = issued.filter(({ request, agency }) => reaches(request.revision.actor, agency))
  await lockAgencies(
    tx,
    reached.map(({ agency }) => agency.id),
  )
  const shelf = await Shelf.read(
    tx,
    reached.map(({ request, agency }) => ({ agency, year: request.revision.year })),
  )
  const decisions = issued.map((one) => ({ ...one, ...(reached.includes(one) ? decide(one, shelf) : NOT_PERMITTED) }))
  const isUsed = ({ id }: IssuingAgency) => decisions.some(({ agency, saved }) => agency.id === id && 'key' in saved)
  const inVain = decisions.filter(({ agency }) => agency.isNew && !isUsed(agency))
  if (inVain.length > 0) throw new Refusals(new Map(inVain.map(({ request, saved }) => [request.place, saved])))

  const { judged } = shelf
  await deleteJudgements(
    tx,
    judged.filter(({ isStored }) => isStored).map(({ key }) => key),
  )
  const accepted = decisions.flatMap((one) => one.accepted ?? [])
  await write(tx, accepted, judgementRows(judged))
  const stored = decisions.flatMap(({ request: { place }, saved }) => ('key' in saved ? [{ ...saved, place }] : []))
  if (stored.length > 0) await alongside(tx, stored)
  // What makes those wait who write to other agencies comes last.
  const made = new Map(
    decisions.flatMap((one) => (one.agency.isNew && one.accepted ? [[one.agency, one.request] as const] : [])),
  )
  await recordEvents(tx, [
    ...[...made].map(([agency, { revision }]) => agencyCreated(agency, revision)),
    ...decisions.flatMap(({ events }) => events),
  ])
  await holdDataVersions(
    tx,
    [...accepted, ...judged].map(({ key }) => key.agencyId),
  )
  return new Map(decisions.map(({ request, saved }) => [request.place, saved]))
}

/** What becomes of a request, and what there is to write because of it. */
interface Decision {
  readonly saved: Saved
  readonly accepted?: Accepted
  readonly events: readonly AuditEvent[]
}

const NOT_PERMITTED: Decision = { saved: { outcome: 'NOT_PERMITTED' }, events: [] }

/** Decides on a request, with all that came before it. Nothing is written. */
function decide({ request, agency }: Issued, shelf: Shelf): Decision {
  const { revision, rules, sha256 } = request
  const { year, actor, expectedRevision } = revision
  const report = { agencyId: agency.id, year }
  const standing = shelf.standing(report)
  const refused = (saved: Saved) => ({ saved, events: [] })
  const inForce = shelf.inForce(report)
  if (inForce !== null && standing.sha256 && Buffer.compare(standing.sha256, sha256) === 0) {
    const judgement = shelf.judge(inForce, rules.judge)
    if (rules.refuses?.(judgement)) return refused({ outcome: 'REFUSED', judgement })
    // Other rules may have judged it before.
    const events = judgedEvents(actor, [shelf.rejudge(inForce, judgement)])
    return { saved: { outcome: 'UNCHANGED', key: inForce.key, judgement }, events }
  }
  if (!isExpected(expectedRevision, standing)) return refused({ outcome: 'CONFLICT', current: standing.current ?? 0 })

  const key = { ...report, number: standing.last + 1 }
  const judged = asStored(key, revision.report, agency, revision.district.level)
  const judgement = shelf.judge(judged, rules.judge)
  if (rules.refuses?.(judgement)) return refused({ outcome: 'REFUSED', judgement })
  shelf.add(judged, judgement)
  const after = shelf.inForce({ agencyId: agency.id, year: year + 1 })
  const beside = after === null ? [] : [shelf.rejudge(after, shelf.judge(after, rules.judge))]
  const outcome = key.number === 1 ? 'CREATED' : 'REVISED'
  const action = outcome === 'CREATED' ? 'report.created' : 'report.revised'
  const details = { revision: key.number }
  return {
    saved: { outcome, key, judgement },
    accepted: { key, revision, sha256, at: standing.at, outcome, districtCode: agency.districtCode },
    events: [
      { action, actor, report, before: standing.sha256, after: sha256, details },
      ...judgedEvents(actor, beside),
    ],
  }
}

/** A report that was withdrawn comes back by whoever knows that it was, and never because its document is sent again. */
function isExpected(expected: number | null, { current, last }: StandingReport): boolean {
  return expected === null ? last === 0 : expected === (current ?? 0)
}

/** Writes revisions with all that hangs off them, puts them in force, and announces that. */
async function write(tx: TransactionClient, accepted: readonly Accepted[], judgements: RowsOfTables): Promise<void> {
  if (accepted.length === 0) return insertRows(tx, judgements)
  const changes = accepted.map(({ key: { agencyId, year, number }, districtCode, outcome, at, revision }) => {
    const reason = revision.reason && storable(revision.reason)
    return { agencyId, year, districtCode, kind: outcome, number, at, reason, actor: revision.actor }
  })
  await putInForce(tx, changes, [...revisionParts(accepted), ...insertions(judgements)])
  await announceIngestions(tx, accepted)
}

function agencyCreated({ id, name, districtCode }: IssuingAgency, { actor }: NewRevision): AuditEvent {
  const details = { name, district: districtCode }
  return {
    action: 'agency.created',
    actor,
    report: { agencyId: id, year: null },
    before: null,
    after: null,
    details,
  }
}
