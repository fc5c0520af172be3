import fc from 'fast-check'
import { parse } from '../../../src/parse/parse.ts'
import { compare, VERDICTS, type Verdict } from './compare.ts'
import { randomDocument, VARIANTS } from './random-document.ts'

// npm run proof [documents a form] [seed]: what becomes of the figures of random reports, layout by layout.

const [documents = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)

const tallies = new Map<string, Map<Verdict, number>>()
const silent = new Map<string, string>()

function count(group: string, verdict: Verdict): void {
  const tally = tallies.get(group) ?? new Map<Verdict, number>()
  tally.set(verdict, (tally.get(verdict) ?? 0) + 1)
  tallies.set(group, tally)
}

for (const variant of VARIANTS) {
  const sample = fc.sample(randomDocument(variant), { numRuns: Number(documents) / 2, seed: Number(seed) })
  for (const { layout, dresses, mangles, text, truth } of sample) {
    const parsed = await parse({ bytes: new TextEncoder().encode(text) })
    if (!parsed.ok) throw new Error(`Expected a report, got ${parsed.error.message}\n${text}`)
    for (const { path, verdict, printed, read } of compare(truth, parsed.report)) {
      count(layout, verdict)
      count(variant.form, verdict)
      count('all', verdict)
      for (const dress of dresses.length === 0 ? ['as the form prints it'] : dresses) count(`* ${dress}`, verdict)
      if (verdict !== 'silently wrong' && verdict !== 'silently lost') continue
      const example = `${verdict}: ${path} printed ${printed}, read ${read}; ${layout}; ${dresses.join(', ')}; ${mangles.join(', ')}`
      const kind = `${verdict} ${variant.form} ${layout} ${dresses.join()}`
      if (!silent.has(kind)) silent.set(kind, example)
    }
  }
}

const columns = ['figures', ...VERDICTS]
console.log(`${documents} documents a form, seed ${seed}\n`)
console.log(`| layout (* publishing) | ${columns.join(' | ')} |\n| --- |${' ---: |'.repeat(columns.length)}`)
for (const [group, tally] of [...tallies].sort(([one], [other]) => one.localeCompare(other))) {
  const figures = [...tally.values()].reduce((sum, value) => sum + value, 0)
  console.log(`| ${[group, figures, ...VERDICTS.map((verdict) => tally.get(verdict) ?? 0)].join(' | ')} |`)
}
for (const example of silent.values()) console.log(example)
