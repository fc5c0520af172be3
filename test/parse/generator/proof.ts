import fc from 'fast-check'
import { parse } from '../../../src/parse/parse.ts'
import { type Comparison, compare, FAULTS, VERDICTS, type Verdict } from './compare.ts'
import { compareTitle } from './compare-title.ts'
import { type RandomDocument, randomDocument, VARIANTS } from './random-document.ts'

// npm run proof [documents a form] [seed]: what becomes of the figures of random reports, as a whole, layout by layout, and by what
// publishing did to the whole report and the mistakes in it.

const [documents = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)

type Tally = Record<Verdict, number> & { documents: number; faulty: number }
/** Table → its rows → what became of their figures. */
const tables = new Map<string, Map<string, Tally>>()
const examples: string[] = []
let refused = 0
let wrongTitles = 0

const newTally = (): Tally => ({
  documents: 0,
  faulty: 0,
  right: 0,
  flagged: 0,
  absent: 0,
  'wrong but flagged': 0,
  'silently lost': 0,
  'silently wrong': 0,
})

function tallyOf(table: string, row: string): Tally {
  const rows = tables.get(table) ?? new Map<string, Tally>()
  tables.set(table, rows)
  const tally = rows.get(row) ?? newTally()
  rows.set(row, tally)
  return tally
}

/** The tallies in which a document counts. */
function talliesOf(form: string, { layout, dresses, mangles }: RandomDocument): Set<Tally> {
  const asPrinted = dresses.length === 0 ? ['as the form prints it'] : dresses
  const withoutMistake = mangles.length === 0 ? ['none'] : mangles
  return new Set([
    tallyOf('all', 'all'),
    tallyOf('all', form),
    tallyOf('layout', layout),
    ...asPrinted.map((name) => tallyOf('publishing', name)),
    ...withoutMistake.map((name) => tallyOf('mistake', name)),
  ])
}

function count(tallies: ReadonlySet<Tally>, comparisons: readonly Comparison[]): void {
  const isFaulty = comparisons.some(({ verdict }) => FAULTS.includes(verdict))
  for (const tally of tallies) {
    tally.documents += 1
    tally.faulty += isFaulty ? 1 : 0
    for (const { verdict } of comparisons) tally[verdict] += 1
  }
}

for (const variant of VARIANTS) {
  const sample = fc.sample(randomDocument(variant), { numRuns: Number(documents) / 2, seed: Number(seed) })
  for (const document of sample) {
    const { layout, dresses, mangles, encoding, bytes, truth } = document
    const made = [layout, dresses.join(', '), mangles.join(', '), encoding].filter((part) => part !== '').join('; ')
    const parsed = await parse({ bytes })
    if (!parsed.ok) {
      refused += 1
      examples.push(`refused: ${parsed.error.message}; ${made}`)
      continue
    }
    const titleFaults = compareTitle(truth.report, parsed.report)
    wrongTitles += titleFaults.length
    for (const fault of titleFaults) examples.push(`${fault}: ${truth.report.title.text}; ${made}`)
    const comparisons = compare(truth, parsed.report)
    count(talliesOf(variant.form, document), comparisons)
    const faults = comparisons.filter(({ verdict }) => FAULTS.includes(verdict))
    const [first] = faults
    if (first === undefined) continue
    const { path, verdict, printed, read } = first
    examples.push(`${verdict} (${faults.length}): ${path} printed ${printed}, read ${read}; ${variant.form}; ${made}`)
  }
}

const COLUMNS = ['documents', ...VERDICTS, 'documents with a fault']
console.log(`${documents} documents a form, seed ${seed}`)
for (const [table, rows] of tables) {
  const width = Math.max(table.length, ...[...rows.keys()].map((row) => row.length))
  const line = (name: string, cells: readonly (string | number)[]) => {
    const padded = cells.map((cell, column) => String(cell).padStart((COLUMNS[column] ?? '').length))
    return `| ${[name.padEnd(width), ...padded].join(' | ')} |`
  }
  console.log(`\n${line(table, COLUMNS)}`)
  console.log(`| ${['-'.repeat(width), ...COLUMNS.map(({ length }) => `${'-'.repeat(length - 1)}:`)].join(' | ')} |`)
  for (const [row, tally] of [...rows].sort(([one], [other]) => (one < other ? -1 : 1))) {
    console.log(line(row, [tally.documents, ...VERDICTS.map((verdict) => tally[verdict]), tally.faulty]))
  }
}
console.log(`\nrefused: ${refused}; district, year or form silently another: ${wrongTitles}`)
for (const example of examples) console.log(example)
