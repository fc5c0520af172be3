import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../src/export/formats.ts'
import { type IngestOptions, type IngestSource, ingest } from '../../src/ingest/ingest.ts'
import { reportObjectIn } from '../../src/ingest/report-object-text.ts'
import type { Database } from '../../src/store/database.ts'
import { openSnapshot } from '../../src/store/snapshot.ts'
import { testDatabase } from '../database.ts'
import { sample } from '../hub.ts'
import { randomDocument, VARIANTS } from '../parse/generator/random-document.ts'
import { hasSharedFolder, readShared, sharedPath } from '../shared-folder.ts'

// What one hub writes as JSON Lines, an empty one reads, and writes again: the same bytes.

async function exported(db: Database): Promise<string> {
  const snapshot = await openSnapshot(db)
  const parts: (string | Uint8Array)[] = []
  for await (const part of EXPORT_FORMATS.jsonl.write(snapshot, {}, {})) parts.push(part)
  await snapshot.close()
  return parts.join('')
}

async function stored(db: Database, source: IngestSource, options: IngestOptions = {}): Promise<void> {
  const ingested = await ingest(db, source, options)
  if (!ingested.ok) throw new Error(ingested.error.message)
}

/** Ingests the lines into an empty hub, and tells what that exports. */
async function throughAnother(lines: string) {
  const other = await testDatabase()
  for (const [line, read] of readLines(lines).entries()) {
    if (!read.ok) throw new Error(`${line}: ${read.error.message}`)
    await stored(other, read.source).catch((error) => {
      throw new Error(`${line}: ${error.message}\n${lines.split('\n')[line]}`)
    })
  }
  return { lines: await exported(other), agencies: await agenciesOf(other) }
}

/** The agencies, which the lines name as they are printed. */
const agenciesOf = async ({ pool }: Database) =>
  (
    await pool.query(
      'SELECT district_code, name, kind FROM agencies WHERE id IN (SELECT agency_id FROM reports WHERE current_number IS NOT NULL) ORDER BY 1, 2',
    )
  ).rows

const readLines = (lines: string) =>
  lines
    .split('\n')
    .slice(0, -1)
    .map((line) => reportObjectIn(Buffer.from(line)))

const SAMPLES = ['chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020']

describe('JSON Lines come back', () => {
  const samples = testDatabase()

  it('from the samples, one of them with a second revision', async () => {
    const db = await samples
    const sourceUrl = 'https://www.bjdx.gov.cn/2020.html'
    for (const name of SAMPLES) await stored(db, { kind: 'TEXT', text: sample(name) }, { sourceUrl })
    const corrected = sample('daxing-2020').replace('28130.0902', '28130.0903')
    await stored(db, { kind: 'TEXT', text: corrected }, { expectedRevision: 1 })

    const lines = await exported(db)
    const objects = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(objects.map(({ district, year }) => `${district.code} ${year}`)).toEqual([
      '110105 2017',
      '110107 2022',
      '110112 2018',
      '110115 2020',
      '410303 2020',
    ])
    expect(objects[3].figures['disclosure.PROCUREMENT.AMOUNT'].value).toBe(28130.0903)
    expect(objects.map((object) => object.sourceUrl)).toEqual([sourceUrl, sourceUrl, sourceUrl, null, sourceUrl])
    expect(objects.every((object) => !('findings' in object))).toBe(true)
    expect(await throughAnother(lines)).toEqual({ lines, agencies: await agenciesOf(db) })
  })

  it('without a report that was withdrawn', async () => {
    const db = await samples
    await db.pool.query(`UPDATE reports SET current_number = NULL WHERE district_code = '110115'`)
    const lines = await exported(db)
    expect(lines.split('\n')).toHaveLength(5)
    expect(lines).not.toContain('110115')
    expect(await throughAnother(lines)).toEqual({ lines, agencies: await agenciesOf(db) })
  })

  it('with the same judgements', async () => {
    const db = await samples
    const other = await testDatabase()
    const lines = await exported(db)
    for (const read of readLines(lines)) if (read.ok) await stored(other, read.source)
    const judged = async ({ pool }: Database) =>
      (
        await pool.query(`SELECT district_code, year, f.position, rule_id, f.message, "left", "right", difference::text
        FROM reports JOIN findings AS f USING (agency_id, year) WHERE f.number = current_number ORDER BY 1, 2, 3`)
      ).rows
    expect((await judged(db)).length).toBeGreaterThan(5)
    expect(await judged(other)).toEqual(await judged(db))
  })
})

describe('JSON Lines of odd documents come back', () => {
  const GOLDEN = join(import.meta.dirname, '../golden')
  const files = globSync('*/{report,page}.*', { cwd: GOLDEN }).sort()

  it.each(['doc-', 'docx', 'html', 'mark', 'pdf-', 'pros', 'text'])('%s', async (beginning) => {
    const db = await testDatabase()
    let taken = 0
    for (const name of files.filter((file) => file.startsWith(beginning))) {
      const source = { kind: 'FILE', bytes: readFileSync(join(GOLDEN, name)), name, mediaType: '' } as const
      const first = await ingest(db, source)
      const conflict = !first.ok && first.error.code === 'REVISION_CONFLICT' ? first.error.current : undefined
      const options = { districtCode: '110115', ...(conflict !== undefined && { expectedRevision: conflict }) }
      taken += first.ok || (await ingest(db, source, options)).ok ? 1 : 0
    }
    expect(taken).toBeGreaterThan(0)
    const lines = await exported(db)
    expect(await throughAnother(lines)).toEqual({ lines, agencies: await agenciesOf(db) })
  })
})

describe.runIf(hasSharedFolder)('JSON Lines of published documents come back', () => {
  it('whatever their format', async () => {
    const db = await testDatabase()
    const files = readdirSync(sharedPath('published')).filter((name) => /\.(txt|pdf)$/.test(name))
    expect(files.length).toBeGreaterThan(2)
    for (const name of files) {
      const bytes = new Uint8Array(await readShared(`published/${name}`))
      await stored(db, { kind: 'FILE', bytes, name, mediaType: 'application/octet-stream' })
    }
    const lines = await exported(db)
    expect(await throughAnother(lines)).toEqual({ lines, agencies: await agenciesOf(db) })
  })
})

describe('JSON Lines of random reports, mangled, come back', () => {
  it.each(VARIANTS)(
    '$form, local rows: $local',
    async (variant) => {
      const db = await testDatabase()
      const documents = fc.sample(randomDocument(variant), { numRuns: 15, seed: 20_261_129 })
      let taken = 0
      for (const { bytes } of documents) {
        const source = { kind: 'FILE', bytes, name: 'random', mediaType: '' } as const
        // Several are of one agency and year: the later ones are later revisions.
        const first = await ingest(db, source)
        const conflict = !first.ok && first.error.code === 'REVISION_CONFLICT' ? first.error.current : null
        const last = conflict === null ? first : await ingest(db, source, { expectedRevision: conflict })
        taken += last.ok ? 1 : 0
      }
      expect(taken).toBeGreaterThan(8)
      const lines = await exported(db)
      expect(lines.split('\n').length).toBeGreaterThan(5)
      expect(await throughAnother(lines)).toEqual({ lines, agencies: await agenciesOf(db) })
    },
    120_000,
  )
})
