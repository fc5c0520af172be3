import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { streamedFile } from '../../src/server/streamed-file.ts'
import { testHub } from '../hub.ts'

const hub = await testHub()
await hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020')

/** The answer, read to its end. */
async function get(path: string, init: RequestInit = {}) {
  const response = await hub.fetch(`http://hub/export/${path}`, init)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString() }
}

const filtered = (filter: unknown) => `filter=${encodeURIComponent(JSON.stringify(filter))}`
const connections = async () =>
  (
    await hub.db.pool.query(`SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE application_name = 'disclosure-hub export' AND datname = current_database()`)
  ).rows[0].n

describe('/export/reports.jsonl', () => {
  it('has a report object a line, by the code of the district, to be saved as a file', async () => {
    const response = await get('reports.jsonl')
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="reports.jsonl"',
      'cache-control': 'public, max-age=0, must-revalidate',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      etag: expect.stringMatching(/^W\/"/),
    })
    const lines = response.text.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).district.code)).toEqual([
      '110105',
      '110107',
      '110112',
      '110115',
      '410303',
    ])
    await expect.poll(connections).toBe(0)
  })

  it('has those of a filter', async () => {
    const { text } = await get(`reports.jsonl?${filtered({ district: { within: '110000' }, year: { lte: 2018 } })}`)
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).year),
    ).toEqual([2017, 2018])
    expect((await get(`reports.jsonl?${filtered({ year: { equals: 1999 } })}`)).text).toBe('')
  })

  it('comes compressed to those who take that', async () => {
    const response = await get('reports.jsonl', { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const bytes = response.bytes
    expect(gunzipSync(bytes).toString()).toBe((await get('reports.jsonl')).text)
  })
})

describe('an export', () => {
  it('is spared those who hold it, until something is ingested', async () => {
    const path = `reports.csv?${filtered({ year: { equals: 2020 } })}`
    const etag = (await get(path, { method: 'HEAD' })).headers.get('etag')!
    const headers = { 'if-none-match': etag }
    expect(await get(path, { headers })).toMatchObject({ status: 304 })
    expect((await get('reports.csv', { headers })).status).toBe(200)
    await hub.db.pool.query(`UPDATE districts SET current = current WHERE code = '110115'`)
    await hub.db.pool.query(`UPDATE agencies SET name = name || '' WHERE district_code = '110115'`)
    expect((await get(path, { headers })).status).toBe(200)
  })

  it('answers HEAD by the headers alone', async () => {
    for (const path of ['reports.jsonl', 'reports.csv', 'report.json?district=110115&year=2020', 'datapackage.json']) {
      const [head, whole] = [await get(path, { method: 'HEAD' }), await get(path)]
      expect(head.text, path).toBe('')
      expect(whole.text.length, path).toBeGreaterThan(0)
      for (const { headers } of [head, whole]) headers.delete('x-request-id')
      expect(Object.fromEntries(head.headers), path).toEqual(Object.fromEntries(whole.headers))
    }
    expect((await get('report.json?district=110115&year=1999', { method: 'HEAD' })).status).toBe(404)
    await expect.poll(connections).toBe(0)
  })

  it('is as the store was when it began', async () => {
    const response = await hub.fetch('http://hub/export/reports.jsonl')
    await hub.db.pool.query(`UPDATE reports SET current_number = NULL WHERE district_code = '110112'`)
    expect((await response.text()).split('\n')).toHaveLength(6)
    expect((await get('reports.jsonl')).text.split('\n')).toHaveLength(5)
    await hub.db.pool.query(`UPDATE reports SET current_number = 1 WHERE district_code = '110112'`)
  })

  it('ends when its reader goes', async () => {
    const address = await hub.listen({ port: 0 })
    const controller = new AbortController()
    const response = await fetch(`${address}/export/reports.jsonl`, { signal: controller.signal })
    const reader = response.body!.getReader()
    await reader.read()
    controller.abort()
    await expect.poll(connections).toBe(0)
    for (let times = 0; times < 6; times += 1) {
      const gone = new AbortController()
      const asked = fetch(`${address}/export/reports.csv`, { signal: gone.signal }).catch(() => null)
      gone.abort()
      await asked
    }
    await expect.poll(connections).toBe(0)
    // Nobody is turned away for those who went.
    const whole = await fetch(`${address}/export/reports.csv`)
    expect((await whole.text()).length).toBeGreaterThan(10_000)
    expect(hub.log.filter((line) => line.includes('unexpected'))).toEqual([])
  })

  it('that fails on its way breaks off, and says why in the log', async () => {
    const response = await hub.fetch('http://hub/export/reports.jsonl')
    const ofExport = `FROM pg_stat_activity WHERE application_name = 'disclosure-hub export' AND datname = current_database()`
    const other = await hub.db.pool.connect()
    try {
      // What is under way waits for it.
      await other.query('BEGIN; LOCK TABLE sections IN ACCESS EXCLUSIVE MODE')
      const text = expect(response.text()).rejects.toThrow()
      const waiting = async () =>
        (await hub.db.pool.query(`SELECT ${ofExport} AND wait_event_type = 'Lock'`)).rowCount ?? 0
      await expect.poll(waiting).toBe(1)
      await hub.db.pool.query(`SELECT pg_terminate_backend(pid) ${ofExport}`)
      await text
    } finally {
      await other.query('ROLLBACK')
      other.release()
    }
    await expect.poll(() => hub.log.filter((line) => line.includes('unexpected error')).length).toBe(1)
    await expect.poll(connections).toBe(0)
  })

  it.each([
    ['an unknown name', 'reports.xml', 404, 'NOT_FOUND', 'Expected one of reports.jsonl, '],
    [
      'an unknown parameter',
      'reports.jsonl?filtr=%7B%7D',
      400,
      'BAD_USER_INPUT',
      'Expected no other parameters than filter, got "filtr".',
    ],
    [
      'a parameter twice',
      'reports.csv?bom=true&bom=true',
      400,
      'BAD_USER_INPUT',
      'Expected "bom" once, got it 2 times.',
    ],
    [
      'a mark that is neither',
      'reports.csv?bom=yes',
      400,
      'BAD_USER_INPUT',
      'Expected "bom" to be true or false, got "yes".',
    ],
    [
      'a filter that is no JSON',
      'reports.csv?filter=x',
      400,
      'BAD_USER_INPUT',
      'Expected "filter" to be a ReportFilter as JSON',
    ],
    [
      'a filter that the schema does not take',
      `reports.csv?${filtered({ year: 1 })}`,
      400,
      'BAD_USER_INPUT',
      '"ReportFilter.year"',
    ],
    ['no district', 'report.json?year=2020', 400, 'BAD_USER_INPUT', 'Expected "district" to be the code'],
    [
      'no year',
      'report.json?district=110115',
      400,
      'BAD_USER_INPUT',
      'Expected "year" to be a year of four digits, got none',
    ],
    [
      'a report that is not there',
      'report.csv?district=110115&year=2019',
      404,
      'NOT_FOUND',
      'Expected a report of 110115 on 2019 by its government',
    ],
    [
      'an agency that is not there',
      'report.csv?district=110115&year=2020&agency=x',
      404,
      'NOT_FOUND',
      'by the agency "x"',
    ],
  ])('is refused for %s', async (_name, path, status, code, message) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    const { errors } = JSON.parse(response.text)
    expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code } }])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('is only ever read', async () => {
    const response = await get('reports.csv', { method: 'DELETE' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect(JSON.parse(response.text).errors[0].extensions.code).toBe('BAD_REQUEST')
  })

  it('may be asked for by pages of any site', async () => {
    const response = await get('reports.csv', { headers: { origin: 'https://example.org' } })
    expect(response.headers.get('access-control-allow-origin')).toBe('https://example.org')
  })
})

describe('/export/report.json and .csv', () => {
  it('have one report: that of the government, unless another agency is named', async () => {
    const response = await get('report.json?district=110115&year=2020')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="report-110115-2020.json"')
    const object = JSON.parse(response.text)
    expect(object.figures['disclosure.PROCUREMENT.AMOUNT'].value).toBe(28130.0902)
    const named = await get(
      `report.json?district=110115&year=2020&agency=${encodeURIComponent('北京市大兴区人民政府')}`,
    )
    expect(JSON.parse(named.text)).toEqual(object)
    const { text } = await get('report.csv?district=110115&year=2020&bom=true')
    expect(text).toMatch(/^\uFEFFdistrict_code,district,/)
    expect(text).toContain(
      '110115,北京市大兴区,北京市大兴区人民政府,GOVERNMENT,2020,FORM_2019,1,disclosure.PROCUREMENT.AMOUNT,disclosure,',
    )
    expect(text.trimEnd().split('\n')).toHaveLength(1 + Object.keys(object.figures).length)
  })
})

it('no part of a file is made before those before it were taken', async () => {
  let made = 0
  async function* parts() {
    for (; made < 1_000; made += 1) yield 'x'.repeat(100_000)
  }
  const told: unknown[] = []
  const controller = new AbortController()
  const response = streamedFile(
    { parts: parts(), headers: {}, isCompressed: false, signal: controller.signal, ended: (error) => told.push(error) },
    { Response },
  )
  const reader = response.body!.getReader()
  await reader.read()
  await new Promise((resolve) => setImmediate(resolve))
  expect(made).toBeLessThan(10)
  controller.abort()
  await expect.poll(() => told).toHaveLength(1)
  expect(made).toBeLessThan(10)
})
