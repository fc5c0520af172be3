import { readFile } from 'node:fs/promises'
import type { Database } from '../store/database.ts'
import { headsUnder } from '../store/seal-audit.ts'
import { type AuditBreak, type AuditHead, type VerifiedAudit, verifyAudit } from '../store/verify-audit.ts'
import { type SourceBreak, verifySources } from '../store/verify-sources.ts'

/** What `hub audit verify` found. */
export interface VerifiedTrail extends VerifiedAudit {
  readonly breaks: number
  /** The first of them. */
  readonly told: readonly (AuditBreak | SourceBreak)[]
  /** How many revisions were compared; null when that was not asked. */
  readonly revisions: number | null
  /** How many of them were made before the trail was begun, and are told of by no event; null when that was not asked. */
  readonly beforeTrail: number | null
}

/** As many as are kept in memory; all are told. */
const MOST_KEPT = 1_000

interface TrailOptions {
  readonly sources?: true
  /** Told of each break as it is found. */
  readonly tell: (message: string) => void
}

/** Verifies what was written down, and with `sources` the stored documents by it. */
export async function verifyTrail(
  db: Database,
  kept: readonly AuditHead[] | string,
  { sources, tell }: TrailOptions,
): Promise<VerifiedTrail> {
  const told: (AuditBreak | SourceBreak)[] = []
  let breaks = 0
  const note = (found: AuditBreak | SourceBreak) => {
    breaks += 1
    if (told.length < MOST_KEPT) told.push(found)
    tell(found.message)
  }
  if (typeof kept === 'string')
    note({ kind: 'NOT_AS_KEPT', chain: null, number: null, message: `No seal has the hash ${kept}.` })
  const verified = await toEnd(verifyAudit(db, typeof kept === 'string' ? [] : kept), note)
  const compared = sources ? await toEnd(verifySources(db), note) : null
  const { revisions = null, beforeTrail = null } = compared ?? {}
  return { ...verified, breaks, told, revisions, beforeTrail }
}

async function toEnd<Found, Result>(found: AsyncGenerator<Found, Result>, note: (one: Found) => void): Promise<Result> {
  for (;;) {
    const { done, value } = await found.next()
    if (done) return value
    note(value)
  }
}

/**
 * Where the chains stood when it was kept: by the hash of a seal, or by a file of lines as `hub audit verify` prints them. The hash itself
 * when no seal has it.
 * @throws Error with `code` and `path` when there is no such file.
 */
export async function keptHeads(db: Database, given: string, path: string): Promise<readonly AuditHead[] | string> {
  if (/^[\da-f]{64}$/.test(given)) return (await headsUnder(db, given)) ?? given
  const lines = (await readFile(path, 'utf8')).matchAll(/^(\d{1,2}) (\d{1,15}) ([\da-f]{64})$/gm)
  const heads = [...lines].map(([, chain, number, hash = '']) => ({
    chain: Number(chain),
    number: Number(number),
    hash,
  }))
  if (heads.length > 0) return heads
  throw new NothingKeptError(
    `Expected lines of chain, number and hash as hub audit verify prints them, got none in ${given}.`,
  )
}

/** The file has none of the lines that are looked for. */
export class NothingKeptError extends Error {
  override readonly name = 'NothingKeptError'
}
