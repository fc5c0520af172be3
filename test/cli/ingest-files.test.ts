import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ingestFiles } from '../../src/cli/ingest-files.ts'
import { testHub } from '../hub.ts'

const hub = await testHub()
const folder = mkdtempSync(join(tmpdir(), 'disclosure-hub-ingest-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const YEARS = Array.from({ length: 17 }, (_, place) => 2008 + place)
const DISTRICTS = ['大兴区', '密云区', '延庆区']

const report = (district: string, year: number, applications: number) =>
  `${district}${year}年政府信息公开工作年度报告\n一、本年新收政府信息公开申请数量\t${applications}\t0\t0\t0\t0\t0\t${applications}`

it('stores several groups at a time, and reports of one district in the order of their files', async () => {
  const expected: [string, string][] = []
  const write = (name: string, text: string, outcome: string) => {
    writeFileSync(join(folder, name), text)
    expected.push([name, outcome])
  }
  for (const [place, district] of DISTRICTS.entries()) {
    for (const year of YEARS) {
      write(`${place}-${year}.txt`, report(district, year, 1), 'CREATED')
      // Of two that contradict each other the first one stays.
      if (year % 5 === 0) write(`${place}-${year}b.txt`, report(district, year, 2), 'REVISION_CONFLICT')
    }
  }
  // After all others come reports of a district that is being stored still.
  for (const year of YEARS) write(`2-${year}z.txt`, report('延庆区', year, 1), 'UNCHANGED')
  expected.sort(([one], [other]) => (one < other ? -1 : 1))

  const told: [string, string][] = []
  for await (const result of ingestFiles(hub.db, [folder])) {
    told.push([result.file.slice(folder.length + 1), result.ok ? result.outcome : result.error.code])
  }
  expect(told).toEqual(expected)
})
