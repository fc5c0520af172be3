import { type Figure, isMet, type Row, type Target } from './results.ts'

/** A figure in a few digits: more would say more than was measured. */
export const inDigits = (value: number): string => {
  if (value >= 100 || Number.isInteger(value)) return value.toFixed(0)
  return value.toFixed(value >= 10 ? 1 : 2)
}

const inWords = (target: Target) => {
  if ('atLeast' in target) return `≥ ${target.atLeast}`
  return 'above' in target ? `> ${target.above}` : `≤ ${target.atMost}`
}

/** A figure with its target: `3.2 × PostGraphile (≥ 3: met)`. */
export function figureInWords(figure: Figure): string {
  const { against, unit, value, byProcessor, target } = figure
  const met = isMet(figure)
  return [
    `${inDigits(value)} ${unit}`,
    ...(against === '' ? [] : [against]),
    ...(byProcessor == null ? [] : [`[${inDigits(byProcessor)}]`]),
    ...(target === undefined ? [] : [`(${inWords(target)}: ${met ? 'met' : 'NOT MET'})`]),
  ].join(' ')
}

const columns = [
  ['a second', 'perSecond'],
  ['p50 ms', 'p50'],
  ['p95', 'p95'],
  ['p99', 'p99'],
  ['CPU ms', 'processor'],
  ['bytes', 'bytes'],
] as const

/** The rows as a table of Markdown: ratios first. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['what', 'who', 'ratios and targets', ...columns.map(([title]) => title)]
  return markdown(
    head,
    rows.map((row) => [
      row.title,
      row.by,
      row.figures.map(figureInWords).join('; '),
      ...columns.map(([, name]) => (row.measured[name] == null ? '' : inDigits(row.measured[name]))),
    ]),
    columns.length,
  )
}

/** The figures of some rows beside those of the same rows before. */
export function comparisonOf(now: readonly Row[], before: readonly Row[]): string {
  const lines = now.flatMap(({ what, who, title, by, figures }) => {
    const earlier = before.find((row) => row.what === what && row.who === who)
    return figures.map((figure) => {
      const same = earlier?.figures.find(({ against, unit }) => against === figure.against && unit === figure.unit)
      return [title, by, figureInWords(figure), same === undefined ? '' : inDigits(same.value)]
    })
  })
  return markdown(['what', 'who', 'now', 'before'], lines, 1)
}

/** @param numbers how many columns at the end hold numbers */
function markdown(head: readonly string[], lines: readonly (readonly string[])[], numbers: number): string {
  const rule = head.map((_, at) => (at < head.length - numbers ? '---' : '---:'))
  return [head, rule, ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
}
