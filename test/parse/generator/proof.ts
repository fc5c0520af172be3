import fc from 'fast-check'
import { parse } from '../../../src/parse/parse.ts'
import { compare, VERDICTS, type Verdict } from './compare.ts'
import { compareTitle } from './compare-title.ts'
import { isHeld } from './not-yet-held.ts'
import { randomDocument, VARIANTS } from './random-document.ts'

// npm run proof [documents a form] [seed]: what becomes of the figures of random reports, layout by layout, then by what publishing
// did to the whole report (*) and by the mistakes in it (~). What stands among the proof only, and not among the tests, has a dagger.

const [documents = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)

const tallies = new Map<string, Map<Verdict, number>>()
const examples = new Map<string, string>()
let refused = 0
let wrongTitles = 0

function count(groups: ReadonlySet<string>, verdict: Verdict): void {
  for (const group of groups) {
    const tally = tallies.get(group) ?? new Map<Verdict, number>()
    tally.set(verdict, (tally.get(verdict) ?? 0) + 1)
    tallies.set(group, tally)
  }
}

const marked = (mark: string, name: string) => `${mark}${name}${isHeld(name) ? '' : ' †'}`

for (const variant of VARIANTS) {
  const sample = fc.sample(randomDocument(variant), { numRuns: Number(documents) / 2, seed: Number(seed) })
  for (const { layout, dresses, mangles, encoding, bytes, truth } of sample) {
    const made = `${layout}; ${dresses.join(', ')}; ${mangles.join(', ')}; ${encoding}`
    const parsed = await parse({ bytes })
    if (!parsed.ok) {
      refused += 1
      examples.set(`refused ${parsed.error.message}`, `refused: ${parsed.error.message}; ${made}`)
      continue
    }
    for (const fault of compareTitle(truth.report, parsed.report)) {
      wrongTitles += 1
      examples.set(`${fault.split(' ')[0]} ${layout}`, `${fault}: ${truth.report.title.text}; ${made}`)
    }
    const groups = new Set([
      marked('', layout),
      variant.form,
      'all',
      ...dresses.map((dress) => marked('* ', dress)),
      ...mangles.map((name) => marked('~ ', name)),
      ...(dresses.length + mangles.length === 0 ? ['* as the form prints it'] : []),
      ...([layout, ...dresses, ...mangles].every(isHeld) ? ['all that the tests have'] : []),
    ])
    for (const { path, verdict, printed, read } of compare(truth, parsed.report)) {
      count(groups, verdict)
      if (verdict !== 'silently wrong' && verdict !== 'silently lost') continue
      const kind = `${verdict} ${layout} ${dresses.join()}`
      if (!examples.has(kind)) examples.set(kind, `${verdict}: ${path} printed ${printed}, read ${read}; ${made}`)
    }
  }
}

const columns = ['figures', ...VERDICTS]
console.log(`${documents} documents a form, seed ${seed}\n`)
console.log(`| layout (* publishing, ~ mistake) | ${columns.join(' | ')} |\n| --- |${' ---: |'.repeat(columns.length)}`)
for (const [group, tally] of [...tallies].sort(([one], [other]) => (one < other ? -1 : 1))) {
  const figures = [...tally.values()].reduce((sum, value) => sum + value, 0)
  console.log(`| ${[group, figures, ...VERDICTS.map((verdict) => tally.get(verdict) ?? 0)].join(' | ')} |`)
}
console.log(`\nrefused: ${refused}; district, year or form silently another: ${wrongTitles}`)
for (const example of examples.values()) console.log(example)
