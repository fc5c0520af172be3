import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyDatabase } from '../database.ts'
import { run } from './hub-process.ts'

async function hub(command: readonly string[], settings: Record<string, string> = {}) {
  const { ended, printed } = run(['src/cli.ts', ...command], settings)
  return { code: await ended, ...printed }
}

const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-export-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const file = join(folder, 'reports.jsonl')
const settings = { DATABASE_URL: await emptyDatabase() }

describe('hub export', () => {
  it('writes a file, which an empty hub ingests and writes again', async () => {
    await hub(['ingest', '--source-url', 'https://www.bjdx.gov.cn/', 'samples/daxing-2020.txt'], settings)
    await hub(['ingest', 'samples'], settings)
    expect(await hub(['export', '--output', file], settings)).toEqual({ code: 0, out: '', error: '' })
    const written = await readFile(file, 'utf8')
    expect(written.match(/\n/g)).toHaveLength(5)
    expect(written).toContain('"sourceUrl":"https://www.bjdx.gov.cn/"')

    const another = { DATABASE_URL: await emptyDatabase() }
    const { code, out, error } = await hub(['ingest', file], another)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out.split('\n')[3]).toMatch(/^CREATED {3}北京市大兴区 2020, revision 1: .* \(.*reports\.jsonl:4\)$/)
    expect(await hub(['export'], another)).toEqual({ code: 0, out: written, error: '' })
    expect((await hub(['ingest', file], another)).out).toMatch(/^(UNCHANGED .*\n){5}/)
  })

  it('writes the reports of a filter', async () => {
    const { out } = await hub(['export', '--filter', '{"year":{"equals":2020}}'], settings)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).district.name),
    ).toEqual(['北京市大兴区', '洛阳市西工区'])
  })

  it('says what is wrong with a filter, and leaves no file behind', async () => {
    const absent = join(folder, 'absent.jsonl')
    const { code, out, error } = await hub(['export', '--filter', '{"year":2020}', '--output', absent], settings)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toMatch(/^Expected "ReportFilter\.year" as the schema has it, got something else: .*\n$/)
    await expect(stat(absent)).rejects.toThrow('ENOENT')
    expect(await hub(['export', '--output', join(folder, 'no/such/folder.jsonl')], settings)).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^Expected a file that can be /),
    })
  })
})

it('hub ingest names the line that is no report, and takes the others', async () => {
  const lines = (await readFile(file, 'utf8')).split('\n')
  const broken = join(folder, 'broken.jsonl')
  await writeFile(broken, [lines[0], '{"year":2020}', '{', lines[1]].join('\n'))
  const { code, out, error } = await hub(['ingest', broken], { DATABASE_URL: await emptyDatabase() })
  expect(code).toBe(1)
  expect(out).toMatch(/^CREATED .*broken\.jsonl:1\)\nCREATED .*broken\.jsonl:4\)\n/)
  expect(error).toMatch(
    /broken\.jsonl:2: Expected a report object as .*; at .*\n.*broken\.jsonl:3: Expected a report object as JSON, /,
  )
})
