import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { type Child, start } from '../child.ts'
import { ROOT, staticBody } from '../contestants.ts'
import type { Pace } from '../plan.ts'
import { race } from '../race.ts'
import type { Row } from '../results.ts'
import { ratio, summary } from '../rounds.ts'
import type { Request } from '../scenarios/scenario.ts'
import { entrantOf } from './scenarios.ts'

// A saved query by its id, by GET, as browsers and proxies ask it again and again: the answer whole, and that it has not changed (304),
// beside a static body of the same bytes.

const TITLE = 'a trusted document, again and again'

export async function raceTrustedDocument(client: pg.Client, hub: Child, url: string, pace: Pace): Promise<Row[]> {
  const { rows } = await client.query<{ district: string }>(
    'SELECT district_code AS district FROM reports ORDER BY year DESC, agency_id LIMIT 1',
  )
  const document = await readFile(join(ROOT, 'examples/one-district.graphql'))
  const parameters = new URLSearchParams({
    documentId: createHash('sha256').update(document).digest('hex'),
    variables: JSON.stringify({ code: rows[0]?.district }),
  })
  const request: Request = { method: 'GET', path: `/graphql?${parameters}`, headers: { accept: 'application/json' } }
  const response = await fetch(`${hub.address}${request.path}`, { headers: request.headers })
  const body = Buffer.from(await response.arrayBuffer())
  const etag = response.headers.get('etag')
  if (response.status !== 200 || etag === null || body.includes('"errors":[')) {
    throw new Error(
      `Expected an answer with a tag to ${request.path}, got ${response.status}: ${body.subarray(0, 500)}`,
    )
  }
  const file = join(tmpdir(), `disclosure-hub-bench-${process.pid}.json`)
  await writeFile(file, body)
  const statics = await start(staticBody(file, response.headers.get('content-type') ?? ''), url)
  try {
    const held: Request = { ...request, headers: { ...request.headers, 'if-none-match': etag } }
    const played = await race(
      [
        { ...entrantOf(hub, [request], client), name: 'whole' },
        { ...entrantOf(hub, [held], client), name: 'unchanged', status: 304 },
        entrantOf(statics, [request], client),
      ],
      pace,
    )
    const of = (name: string) => played.get(name) ?? []
    const [whole, unchanged, fixed] = [of('whole'), of('unchanged'), of('static-body')]
    const row = { what: 'trusted-document', title: TITLE }
    return [
      {
        ...row,
        who: 'hub',
        by: hub.contestant.title,
        figures: [ratio('static body', whole, fixed, { atLeast: 0.5 })],
        measured: summary(whole),
      },
      {
        ...row,
        who: 'hub-304',
        by: `${hub.contestant.title}: 304`,
        figures: [ratio('static body', unchanged, fixed), ratio('the whole answer', unchanged, whole, { above: 1 })],
        measured: summary(unchanged),
      },
      { ...row, who: 'static-body', by: statics.contestant.title, figures: [], measured: summary(fixed) },
    ]
  } finally {
    await statics.stop()
    await rm(file, { force: true })
  }
}
