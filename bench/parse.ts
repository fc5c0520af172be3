import { readFile } from 'node:fs/promises'
import { parse } from '../src/parse/parse.ts'
import { parseInWorker } from '../src/parse/parse-in-worker.ts'

// npm run bench:parse: how long documents take to read, in milliseconds: the median of some runs, warm.

const encoder = new TextEncoder()
const report = await readFile(new URL('../samples/daxing-2020.txt', import.meta.url), 'utf8')
const [beforeTables = '', tables = ''] = report.split(/(?=二、主动公开政府信息情况)/u)
const paragraph = '本年加强重点领域信息公开，受理申请12件，办结率100%。全年组织培训3次，参加人员150人次。\n'

/** The sample with more text between its preface and its tables. */
function documentOf(bytes: number): Uint8Array {
  const missing = Math.max(0, bytes - encoder.encode(report).length)
  const repeats = Math.round(missing / encoder.encode(paragraph).length)
  return encoder.encode(beforeTables + paragraph.repeat(repeats) + tables)
}

/** The tables again and again, in lines that name no row of the form. */
function tableOf(bytes: number): Uint8Array {
  const line = '\t9.属于其他某类内部事务信息某\n\t1\n\t0\n\t3\n'
  return encoder.encode(report + line.repeat(Math.round(bytes / encoder.encode(line).length)))
}

async function median(read: () => Promise<unknown>, runs: number): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await read()
    times.push(performance.now() - start)
  }
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? 0
}

const rows: (readonly [string, number, number])[] = []
async function measure(name: string, bytes: Uint8Array, runs: number, read: typeof parse = parse): Promise<void> {
  await median(() => read({ bytes }), Math.min(runs, 20))
  rows.push([name, bytes.length, await median(() => read({ bytes }), runs)])
}

await measure('report of 25 kB', documentOf(25_000), 100)
await measure('report of 25 kB, in a process of its own', documentOf(25_000), 100, parseInWorker)
for (const megabytes of [1, 2, 4, 8]) {
  await measure(`text of ${megabytes} MB`, documentOf(megabytes * 1_000_000), 3)
  await measure(`unknown rows of ${megabytes} MB`, tableOf(megabytes * 1_000_000), 3)
}
/** The document of one megabyte of the same kind: a larger one takes so many times longer, if time is linear in size. */
const ofOneMegabyte = (name: string) => rows.find(([other]) => other === name.replace(/\d+ MB$/, '1 MB'))
console.log('| document | bytes | ms | ms a MB | to linear |\n| --- | ---: | ---: | ---: | ---: |')
for (const [name, bytes, time] of rows) {
  const [, unitBytes, unitTime] = ofOneMegabyte(name) ?? [name, bytes, time]
  const ratio = time / bytes / (unitTime / unitBytes)
  console.log(
    `| ${name} | ${bytes} | ${time.toFixed(1)} | ${((time / bytes) * 1_000_000).toFixed(0)} | ${ratio.toFixed(2)} |`,
  )
}
