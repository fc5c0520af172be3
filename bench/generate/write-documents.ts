import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { reportsOf } from './country.ts'
import { rosterOf } from './roster.ts'

// node bench/generate/write-documents.ts [--reports 1000] [--seed 1] [--bytes 25000] FOLDER: writes the reports of a generated country as texts,
// and prints what is planted in which.

const { values, positionals } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    bytes: { type: 'string', default: '0' },
  },
  allowPositionals: true,
})
const [folder] = positionals
if (folder === undefined) throw new Error('Expected a folder, got none: node bench/generate/write-documents.ts FOLDER')

await mkdir(folder, { recursive: true })
const options = { seed: Number(values.seed), bytes: Number(values.bytes) }
const planted: string[] = []
let texts = 0
for (const reporter of rosterOf(Number(values.reports), options.seed)) {
  for (const { district, year, versions } of reportsOf(reporter, options)) {
    for (const [index, version] of versions.entries()) {
      const name = `${district.code}-${year}${index === 0 ? '' : `-${index + 1}`}.txt`
      await writeFile(join(folder, name), version.text)
      texts += 1
      planted.push(...version.planted.map(({ kind, rules }) => `${name}\t${kind}\t${rules.join(' ')}`))
    }
  }
}
console.error(`${texts} texts in ${folder}; what was planted in them, a line each:`)
console.log(['file\tkind\trules', ...planted].join('\n'))
